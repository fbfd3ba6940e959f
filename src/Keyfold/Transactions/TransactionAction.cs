using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>An action of a transaction with what its error needs, and the action before it.</summary>
internal sealed record TransactionAction(
    TransactionAction? Previous, int Index, string Verb, EntityModel Model, ItemKey Key, TransactWriteAction Request, Func<ReadOnlyMemory<byte>, object?> ReadExisting)
{
    /// <summary>About how large the item is then: its encoding is a little larger than what DynamoDB counts. Null if that is not known.</summary>
    public int? ItemBytes => Request is TransactPut put ? put.Item.Length : null;
}
