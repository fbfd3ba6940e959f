using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Retail.Web.Errors;

/// <summary>Writes problems as problem details (RFC 9457).</summary>
internal static class ProblemResults
{
    public static ProblemDetails ToDetails(this Problem problem)
    {
        ProblemDetails details = problem.Members is { } members
            ? new HttpValidationProblemDetails(members.ToDictionary())
            : new ProblemDetails();
        details.Status = problem.Status;
        details.Title = problem.Title;
        details.Detail = problem.Detail;
        return details;
    }

    /// <summary>Sets the status and the headers that go with it.</summary>
    public static void ApplyTo(this Problem problem, HttpResponse response)
    {
        response.StatusCode = problem.Status;
        if (problem.RetryAfter is { } delay)
        {
            response.Headers.RetryAfter = delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }
    }
}
