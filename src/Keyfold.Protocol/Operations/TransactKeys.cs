using Keyfold.Keys;
using Keyfold.Protocol.Requests;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>Encodes the keys of a transaction. A wrong one cancels it, with a reason at its place.</summary>
internal sealed class TransactKeys(ISchemaSource schemas, int count)
{
    private readonly Dictionary<string, TableSchema> _schemas = new(StringComparer.Ordinal);
    private CancellationReason[]? _reasons;

    /// <summary>The schemas of the tables of all keys so far.</summary>
    public IReadOnlyDictionary<string, TableSchema> Schemas => _schemas;

    /// <summary>The key of an action, or none if it is wrong or a put.</summary>
    public async ValueTask<ItemKey> ReadAsync(int position, TransactMembers members, CancellationToken cancellationToken)
    {
        if (!_schemas.TryGetValue(members.TableName, out TableSchema? schema))
        {
            schema = await schemas.GetSchemaAsync(members.TableName, cancellationToken).ConfigureAwait(false);
            _schemas.Add(members.TableName, schema);
        }

        // what was found once ends the search, and all other reasons are none
        if (!members.HasKey || _reasons is not null)
        {
            return default;
        }

        try
        {
            return KeyReader.Read(members.Item, schema.Key);
        }
        catch (StorageException exception) when (exception.Code == StorageErrorCode.ValidationException)
        {
            _reasons = new CancellationReason[count];
            Array.Fill(_reasons, CancellationReason.None);
            _reasons[position] = new CancellationReason(CancellationCode.ValidationError, exception.Message);
            return default;
        }
    }

    /// <summary>Cancels the transaction if a key was wrong.</summary>
    public void ThrowIfInvalid()
    {
        if (_reasons is not null)
        {
            throw StorageErrors.TransactionCanceled(Sequence.Create<CancellationReason>(_reasons));
        }
    }
}
