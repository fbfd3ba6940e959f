using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Protocol.Requests;

/// <summary>
/// A member of a request that holds attribute values: an item or a key. It is encoded while it is read; what is wrong with the values is an error only when the
/// types of the whole request have been found in order, and so is kept until somebody asks.
/// </summary>
internal readonly struct EncodedMember
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly StorageException? _error;

    public EncodedMember(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    public EncodedMember(StorageException error) => _error = error;

    /// <summary>Whether the request has the member.</summary>
    public bool IsPresent => _error is not null || !_bytes.IsEmpty;

    /// <summary>What is wrong with the values, or null.</summary>
    public StorageException? Error => _error;

    /// <summary>The encoded item.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Reports what is wrong with the values.</summary>
    /// <exception cref="StorageException">Something is.</exception>
    public void RequireValid()
    {
        if (_error is not null)
        {
            throw _error;
        }
    }

    /// <summary>The object form, or null if the request does not have the member.</summary>
    public Item? ToItem() => _bytes.IsEmpty ? null : new EncodedItem(_bytes.Span).ToItem();
}
