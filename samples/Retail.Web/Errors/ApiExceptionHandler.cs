using Microsoft.AspNetCore.Diagnostics;

namespace Retail.Web.Errors;

/// <summary>Answers failed requests to the API with problem details. Those to pages go on to the error page.</summary>
internal sealed class ApiExceptionHandler(IProblemDetailsService details) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // the request's own path is that of the error page by now
        string path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "";
        if (!new PathString(path).StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return ValueTask.FromResult(false);
        }

        var problem = Problem.Of(exception);
        problem.ApplyTo(httpContext.Response);
        return details.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem.ToDetails(), Exception = exception });
    }
}
