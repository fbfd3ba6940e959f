using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>Changes how a table is paid for and the capacity of the table and its indexes.</summary>
internal static class ThroughputUpdate
{
    public static TableState Apply(TableState state, UpdateTableRequest request, DateTimeOffset now)
    {
        BillingMode mode = request.BillingMode ?? state.Schema.BillingMode;
        CheckMode(state.Schema, request, mode);
        TableState changed = mode == BillingMode.OnDemand ? ToOnDemand(state, now) : Provision(state, request, now);
        foreach (IndexUpdate update in request.Indexes)
        {
            if (update is UpdateIndex index)
            {
                changed = Apply(changed, index, now);
            }
        }

        RequireEachIndex(changed.Schema, request);
        return changed with
        {
            Schema = changed.Schema with { OnDemandThroughput = OnDemandBounds.Apply(changed.Schema.OnDemandThroughput, request.OnDemandThroughput, mode) },
        };
    }

    private static void CheckMode(TableSchema schema, UpdateTableRequest request, BillingMode mode)
    {
        if (mode == BillingMode.OnDemand && request.Throughput is not null)
        {
            throw StorageErrors.ThroughputNotAllowed();
        }

        if (mode == BillingMode.Provisioned && schema.BillingMode == BillingMode.OnDemand && request.Throughput is null)
        {
            throw StorageErrors.ThroughputMissing();
        }
    }

    private static TableState ToOnDemand(TableState state, DateTimeOffset now) => state.Schema.BillingMode == BillingMode.OnDemand ? state : state with
    {
        Schema = state.Schema with { Throughput = null, Indexes = Sequence.From(state.Schema.Indexes.Select(index => index with { Throughput = null })) },
        OnDemandSince = now,
    };

    private static TableState Provision(TableState state, UpdateTableRequest request, DateTimeOffset now)
    {
        if (request.Throughput is not { } throughput)
        {
            return state;
        }

        UpdateTableRequest alone = new(request.TableName) { Throughput = throughput, BillingMode = request.BillingMode };
        if (throughput == state.Schema.Throughput && request == alone)
        {
            throw StorageErrors.ThroughputUnchanged(throughput);
        }

        return state with
        {
            Schema = state.Schema with { Throughput = throughput, OnDemandThroughput = null },
            ThroughputHistory = state.ThroughputHistory.With(state.Schema.Throughput, throughput, now),
        };
    }

    private static TableState Apply(TableState state, UpdateIndex update, DateTimeOffset now)
    {
        SecondaryIndex index = IndexesUpdate.FindGlobal(state.Schema, update.IndexName, "update");
        if (update.Throughput is { } throughput)
        {
            if (state.Schema.BillingMode == BillingMode.OnDemand)
            {
                throw StorageErrors.IndexThroughputUpdateNotAllowed(index.Name);
            }

            if (throughput == index.Throughput)
            {
                throw StorageErrors.ThroughputUnchanged(throughput, index.Name);
            }

            state = WithHistory(state, index, throughput, now);
        }

        SecondaryIndex changed = index with
        {
            Throughput = update.Throughput ?? index.Throughput,
            OnDemandThroughput = OnDemandBounds.Apply(index.OnDemandThroughput, update.OnDemandThroughput, state.Schema.BillingMode, index.Name),
            WarmThroughput = WarmedUp.Apply(index.WarmThroughput, update.WarmThroughput, index.Throughput, index.Name),
        };
        return state with { Schema = state.Schema with { Indexes = Sequence.From(state.Schema.Indexes.Select(other => other == index ? changed : other)) } };
    }

    private static TableState WithHistory(TableState state, SecondaryIndex index, ProvisionedThroughput throughput, DateTimeOffset now)
    {
        ThroughputHistory? history = state.IndexThroughputHistories.GetValueOrDefault(index.Name).With(index.Throughput, throughput, now);
        return history is null ? state : state with { IndexThroughputHistories = state.IndexThroughputHistories.SetItem(index.Name, history) };
    }

    /// <summary>A table that becomes a provisioned one needs capacity for all of its global indexes.</summary>
    private static void RequireEachIndex(TableSchema schema, UpdateTableRequest request)
    {
        string[] missing =
        [
            .. schema.Indexes
                .Where(index => index.Kind == SecondaryIndexKind.Global && index.Throughput is null && schema.BillingMode == BillingMode.Provisioned)
                .Select(index => index.Name)
                .Except(request.Indexes.OfType<DeleteIndex>().Select(index => index.IndexName)),
        ];
        if (missing.Length > 0)
        {
            throw StorageErrors.IndexThroughputMissing(string.Join(',', missing));
        }
    }
}
