using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Retail.Web.Errors;

namespace Retail.Web.Pages;

/// <summary>What a person sees when a page fails, with the status that the API would answer.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";

    public string Detail { get; private set; } = "";

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        Problem problem = HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed
            ? Problem.Of(failed.Error)
            : Problem.Of(status is >= 400 and < 600 ? status.Value : StatusCodes.Status404NotFound);
        problem.ApplyTo(Response);
        (Title, Detail) = (problem.Title, problem.Detail);
    }
}
