using Keyfold.Storage;

namespace Keyfold.Engine.Transactions;

/// <summary>What a write transaction asked for, kept to compare a later one with the same client request token.</summary>
internal sealed class TransactionPayload
{
    private readonly TransactWriteAction[] _actions;

    /// <summary>Keeps the actions, and copies of the items to put: the caller may reuse their memory.</summary>
    public TransactionPayload(IReadOnlyList<TransactWriteAction> actions) =>
        _actions = [.. actions.Select(action => action is TransactPut put ? put with { Item = put.Item.ToArray() } : action)];

    /// <summary>Whether a transaction asks for the same, action by action.</summary>
    public bool IsSame(IReadOnlyList<TransactWriteAction> actions)
    {
        if (actions.Count != _actions.Length)
        {
            return false;
        }

        for (int i = 0; i < _actions.Length; i++)
        {
            if (!IsSame(_actions[i], actions[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(TransactWriteAction kept, TransactWriteAction action)
    {
        // memory is equal to memory only at the same place, so the items are compared by themselves
        if (kept is TransactPut keptPut && action is TransactPut put)
        {
            return (keptPut with { Item = default }).Equals(put with { Item = default }) && keptPut.Item.Span.SequenceEqual(put.Item.Span);
        }

        return kept.Equals(action);
    }
}
