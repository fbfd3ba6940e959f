using Keyfold;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Retail.Model;

namespace Retail.Web.Errors;

/// <summary>
/// Whether the table answers, found out by a read through everything that a request goes through. What it throws, the health check service reports as
/// unhealthy.
/// </summary>
internal sealed class TableHealthCheck(RetailTable retail) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await retail.Products.Catalogue().Limit(1).FirstPageAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (ThrottledException throttled)
        {
            return HealthCheckResult.Degraded("The table has no capacity now.", throttled);
        }
    }
}
