using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>Sets and lifts the bounds on what an on-demand table or index consumes.</summary>
internal static class OnDemandBounds
{
    private const long None = -1;

    /// <summary>The bounds after a change. Null stands for no bound.</summary>
    public static OnDemandThroughput? Apply(OnDemandThroughput? current, OnDemandThroughput? update, BillingMode mode, string? indexName = null)
    {
        Check(update?.ReadRequestUnitsMax, "MaxReadRequestUnits", mode, indexName);
        Check(update?.WriteRequestUnitsMax, "MaxWriteRequestUnits", mode, indexName);
        if (mode == BillingMode.Provisioned)
        {
            return null;
        }

        OnDemandThroughput changed = new(
            Apply(current?.ReadRequestUnitsMax, update?.ReadRequestUnitsMax), Apply(current?.WriteRequestUnitsMax, update?.WriteRequestUnitsMax));
        return changed == new OnDemandThroughput(null, null) ? null : changed;
    }

    private static long? Apply(long? current, long? update) => update switch
    {
        null => current,
        None => null,
        _ => update,
    };

    private static void Check(long? bound, string member, BillingMode mode, string? indexName)
    {
        if (bound is null)
        {
            return;
        }

        if (mode == BillingMode.Provisioned && bound != None)
        {
            throw StorageErrors.OnDemandBoundNotAllowed(member);
        }

        if (bound is not (None or >= 1))
        {
            throw StorageErrors.OnDemandBoundOutOfRange(member, indexName);
        }
    }
}
