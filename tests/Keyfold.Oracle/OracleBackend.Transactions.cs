using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <content>Transactions.</content>
public sealed partial class OracleBackend
{
    private readonly Dictionary<string, Completed> _completed = new(StringComparer.Ordinal);

    public ValueTask<TransactGetItemsResponse> TransactGetItemsAsync(TransactGetItemsRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        RequireActions(request.Gets.Count);
        foreach (TransactGet get in request.Gets)
        {
            ExpressionRules.Check(get.Projection);
        }

        var gets = request.Gets.Select(get => (Get: get, Table: Table(get.TableName))).ToList();
        var keys = EachOrCancel(gets, get =>
        {
            Item key = KeyOf(get.Table, get.Get.Key);
            CheckPaths(get.Get.Projection, get.Table);
            return (get.Table, Key: key);
        });
        if (keys.Distinct().Count() < keys.Count)
        {
            throw StorageErrors.TransactionDuplicates();
        }

        List<Item?> items = [.. keys.Select(key => key.Table.Find(key.Key))];
        RequirePayload(items.OfType<Item>().Sum(item => (long)Sizes.Of(item)));
        return new TransactGetItemsResponse
        {
            Items = [.. items.Zip(request.Gets, (item, get) => Encode(Project(item, get.Projection)))],
            ConsumedCapacity = Capacity(
                keys.Zip(items, (key, item) => (key.Table, Units: (Action<Units>)(units => units.AddTable(2 * Units.Read(SizeOf(item), consistent: true))))),
                request.ReturnConsumedCapacity,
                reads: true),
        };
    });

    public ValueTask<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        RequireActions(request.Actions.Count);
        if (request.ClientRequestToken is { } given && given.Length is 0 or > Limits.ClientRequestTokenCharactersMax)
        {
            throw StorageErrors.ClientRequestTokenLength(given);
        }

        CheckExpressions(request.Actions);
        var actions = request.Actions.Select(action => (Action: action, Table: Table(action.TableName))).ToList();
        RequirePayload(request.Actions.OfType<TransactPut>().Sum(put => (long)Sizes.Of(Decode(put.Item))));
        var targets = EachOrCancel(actions, action => new Target(action.Action, action.Table, TransactionKey(action.Action, action.Table)));
        if (targets.DistinctBy(target => (target.Table, target.Key)).Count() < targets.Count)
        {
            throw StorageErrors.TransactionDuplicates();
        }

        if (request.ClientRequestToken is { } token && IsReplay(token, targets))
        {
            return new TransactWriteItemsResponse
            {
                ConsumedCapacity = Capacity(
                    targets.Select(target => (target.Table, (Action<Units>)(units => units.AddTable(2 * Units.Read(SizeOf(target.Table.Find(target.Key)), consistent: true))))),
                    request.ReturnConsumedCapacity,
                    reads: true),
            };
        }

        List<(OracleTable Table, Action<Units> Units)> costs = [];
        foreach ((Target target, Item? old, Item? written) in Decide(targets))
        {
            costs.Add((target.Table, units => units.AddWrite(target.Table, old, written, factor: 2)));
            target.Table.Write(target.Key, written);
        }

        if (request.ClientRequestToken is not null)
        {
            _completed[request.ClientRequestToken] = new Completed([.. targets], _clock.GetUtcNow());
        }

        return new TransactWriteItemsResponse { ConsumedCapacity = Capacity(costs, request.ReturnConsumedCapacity, reads: false) };
    });

    private static void CheckExpressions(IReadOnlyList<TransactWriteAction> actions)
    {
        for (int i = 0; i < actions.Count; i++)
        {
            if (actions[i] is TransactConditionCheck { Condition: null })
            {
                throw StorageErrors.ConditionCheckWithoutCondition(i + 1);
            }
        }

        foreach (TransactWriteAction action in actions)
        {
            UpdateRules.Check((action as TransactUpdate)?.Update);
            ConditionRules.Check(action.Condition, "ConditionExpression");
        }
    }

    /// <summary>The item that an action is about, after the checks of its key and item.</summary>
    private static Item TransactionKey(TransactWriteAction action, OracleTable table)
    {
        CheckPaths(action.Condition, table);
        switch (action)
        {
            case TransactPut put:
                Item item = Decode(put.Item);
                CheckPutSize(item);
                KeyRules.CheckItem(item, table.Schema);
                return table.KeyOf(item);
            case TransactUpdate update:
                Item key = KeyOf(table, update.Key);
                UpdateRules.CheckKeys(update.Update, table.Schema);
                return key;
            default:
                return KeyOf(table, action is TransactDelete delete ? delete.Key : ((TransactConditionCheck)action).Key);
        }
    }

    /// <summary>What every action makes of its item, or the cancellation. Nothing is written yet.</summary>
    private static List<(Target Target, Item? Old, Item? Written)> Decide(List<Target> targets)
    {
        CancellationReason[] reasons = [.. targets.Select(Check)];
        var decisions = EachOrCancel([.. targets.Zip(reasons)], decision =>
        {
            Item? old = decision.First.Table.Find(decision.First.Key);
            return (decision.First, old, decision.Second == CancellationReason.None ? Written(decision.First, old) : old);
        });
        return Array.Exists(reasons, reason => reason != CancellationReason.None) ? throw StorageErrors.TransactionCanceled([.. reasons]) : decisions;
    }

    private static CancellationReason Check(Target target)
    {
        Item? old = target.Table.Find(target.Key);
        if (Conditions.Holds(target.Action.Condition, old ?? Item.Empty))
        {
            return CancellationReason.None;
        }

        return new CancellationReason(CancellationCode.ConditionalCheckFailed, StorageErrors.ConditionalCheckFailed().Message)
        {
            Item = target.Action.ReturnItemOnConditionCheckFailure ? Encode(old) : default,
        };
    }

    private static Item? Written(Target target, Item? old) => target.Action switch
    {
        TransactPut put => Decode(put.Item),
        TransactUpdate update => Update(target.Table, update.Update, target.Key, old),
        TransactDelete => null,
        _ => old,
    };

    /// <summary>Does something for each action; an error of one cancels the transaction, with this as the only reason.</summary>
    private static List<TResult> EachOrCancel<T, TResult>(List<T> actions, Func<T, TResult> perform)
    {
        List<TResult> results = [];
        for (int i = 0; i < actions.Count; i++)
        {
            try
            {
                results.Add(perform(actions[i]));
            }
            catch (StorageException error) when (error.Code == StorageErrorCode.ValidationException)
            {
                CancellationReason[] reasons = [.. Enumerable.Repeat(CancellationReason.None, actions.Count)];
                reasons[i] = new CancellationReason(CancellationCode.ValidationError, error.Message);
                throw StorageErrors.TransactionCanceled([.. reasons]);
            }
        }

        return results;
    }

    private bool IsReplay(string token, List<Target> targets)
    {
        if (!_completed.TryGetValue(token, out Completed? completed) || _clock.GetUtcNow() - completed.At >= Limits.ClientRequestTokenLifetime)
        {
            return false;
        }

        return completed.Targets == Sequence.From(targets) ? true : throw StorageErrors.IdempotentParameterMismatch();
    }

    private static Sequence<ConsumedCapacity> Capacity(IEnumerable<(OracleTable Table, Action<Units> Units)> costs, ReturnConsumedCapacity level, bool reads)
    {
        List<ConsumedCapacity> capacity = [];
        foreach (var perTable in costs.GroupBy(cost => cost.Table))
        {
            Units units = new(perTable.Key.Schema.Name);
            foreach ((_, Action<Units> add) in perTable)
            {
                add(units);
            }

            if (units.Report(level) is { } report)
            {
                capacity.Add(reads ? report with { ReadCapacityUnits = report.CapacityUnits } : report with { WriteCapacityUnits = report.CapacityUnits });
            }
        }

        return [.. capacity];
    }

    private static long SizeOf(Item? item) => item is null ? 0 : Sizes.Of(item);

    private static void RequireActions(int count)
    {
        RequireSome(count, "transactItems", "[]");
        if (count > Limits.TransactionActionsMax)
        {
            throw StorageErrors.TransactionTooLong();
        }
    }

    private static void RequirePayload(long bytes)
    {
        if (bytes > Limits.TransactionBytesMax)
        {
            throw StorageErrors.TransactionTooLarge(bytes);
        }
    }

    /// <summary>An action and the item it is about. Equal to another one that asks for the same.</summary>
    private sealed record Target(TransactWriteAction Action, OracleTable Table, Item Key)
    {
        public bool Equals(Target? other) =>
            other is not null && ReferenceEquals(Table, other.Table) && Key.Equals(other.Key) && Comparable(Action).Equals(Comparable(other.Action))
            && (Action as TransactPut)?.Item.Span.SequenceEqual(((TransactPut)other.Action).Item.Span) != false;

        public override int GetHashCode() => Key.GetHashCode();

        // memory is equal to memory only at the same place
        private static TransactWriteAction Comparable(TransactWriteAction action) => action is TransactPut put ? put with { Item = default } : action;
    }

    private sealed record Completed(Sequence<Target> Targets, DateTimeOffset At);
}
