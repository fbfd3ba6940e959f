using Microsoft.Extensions.Options;

namespace Retail.Web.Shop;

/// <summary>The shop's local time, in whole seconds as the invoices' keys have it.</summary>
public sealed class ShopClock(TimeProvider time, IOptions<ShopOptions> options)
{
    public DateTime Now
    {
        get
        {
            DateTime now = time.GetUtcNow().DateTime;
            DateOnly day = options.Value.Today ?? DateOnly.FromDateTime(now);
            return day.ToDateTime(new TimeOnly(now.Hour, now.Minute, now.Second));
        }
    }

    public DateOnly Today => DateOnly.FromDateTime(Now);
}
