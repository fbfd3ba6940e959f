using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>Keeps account of changes of provisioned capacity.</summary>
internal static class ThroughputHistories
{
    /// <summary>A history as it reads on a day: decreases of other days do not count.</summary>
    public static ThroughputHistory AsOf(this ThroughputHistory history, DateTimeOffset now) =>
        history.LastDecreaseAt is { } last && last.UtcDateTime.Date == now.UtcDateTime.Date ? history : history with { DecreasesToday = 0 };

    /// <summary>A history with one more change.</summary>
    /// <exception cref="StorageException">The capacity was lowered too often today.</exception>
    public static ThroughputHistory? With(this ThroughputHistory? history, ProvisionedThroughput? from, ProvisionedThroughput to, DateTimeOffset now)
    {
        if (from is null || from == to)
        {
            return history;
        }

        ThroughputHistory today = history?.AsOf(now) ?? new ThroughputHistory(null, null, 0);
        if (to.ReadCapacityUnits < from.ReadCapacityUnits || to.WriteCapacityUnits < from.WriteCapacityUnits)
        {
            bool mustWait = today.DecreasesToday >= Limits.ThroughputDecreasesPerDayMax && now - today.LastDecreaseAt < Limits.ThroughputDecreaseInterval;
            today = mustWait
                ? throw StorageErrors.ThroughputDecreasesTooMany(today)
                : today with { LastDecreaseAt = now, DecreasesToday = today.DecreasesToday + 1 };
        }

        return to.ReadCapacityUnits > from.ReadCapacityUnits || to.WriteCapacityUnits > from.WriteCapacityUnits ? today with { LastIncreaseAt = now } : today;
    }
}
