using Keyfold.Keys;
using Keyfold.Protocol.PartiQL.Planning;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Protocol.Responses;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>One statement of a batch on its way: translated, planned, run. An error ends it.</summary>
internal sealed class BatchStatement
{
    private readonly StatementMembers _members;
    private WritePlan? _write;
    private ReadOnlyMemory<byte> _item;

    public BatchStatement(StatementMembers members)
    {
        _members = members;
        try
        {
            Tree = StatementTranslator.Translate(members.Text, members.Parameters);
            Error = Tree is ExistsTree ? StatementErrors.ExistsOutsideTransaction() : null;
        }
        catch (StorageException exception)
        {
            Error = exception;
        }
    }

    /// <summary>The statement, or null if it could not be translated.</summary>
    public StatementTree? Tree { get; }

    /// <summary>What ended it, or null.</summary>
    public StorageException? Error { get; private set; }

    /// <summary>The item it is about; there is one where there is no error.</summary>
    public ItemKey Key { get; private set; }

    /// <summary>Finds the item by the table's schema.</summary>
    public async ValueTask PlanAsync(TableSchemas schemas, CancellationToken cancellationToken)
    {
        if (Error is not null)
        {
            return;
        }

        try
        {
            TableSchema schema = await schemas.GetAsync(Tree!.TableName, cancellationToken).ConfigureAwait(false);
            _write = Tree is SelectTree ? null : WritePlan.Of(Tree, schema);
            Key = Tree is SelectTree select ? KeyOf(select, schema) : _write!.Key;
        }
        catch (StorageException exception)
        {
            Error = exception;
        }
    }

    /// <summary>Reads or writes the item, and gives the capacity if it is to be reported.</summary>
    public async ValueTask<ConsumedCapacity?> RunAsync(IStorageBackend backend, ReturnConsumedCapacity capacity, CancellationToken cancellationToken)
    {
        if (Error is not null)
        {
            return null;
        }

        try
        {
            if (_write is not null)
            {
                WriteResult written = await WriteRunner.RunAsync(backend, _write, capacity, _members.ItemOnFailure, cancellationToken).ConfigureAwait(false);
                _item = written.Item;
                return written.Capacity;
            }

            GetItemResponse read = await backend.GetItemAsync(
                new GetItemRequest
                {
                    TableName = Tree!.TableName,
                    Key = Key,
                    Projection = ((SelectTree)Tree).Projection,
                    ConsistentRead = _members.ConsistentRead,
                    ReturnConsumedCapacity = capacity,
                },
                cancellationToken).ConfigureAwait(false);
            _item = read.Item;
            return read.ConsumedCapacity;
        }
        catch (StorageException exception)
        {
            Error = exception;
            return null;
        }
    }

    /// <summary>Writes the element of the response. The table is named where it was asked, not where the statement was refused before.</summary>
    public void Write(ResponseWriter output)
    {
        output.Json.WriteStartObject();
        if (Error is not null)
        {
            output.Json.WriteStartObject("Error"u8);
            output.Json.WriteString("Code"u8, BatchErrorCodes.Of(Error.Code));
            output.Json.WriteString("Message"u8, Error.Message);
            output.OptionalItem("Item"u8, Error.Item);
            output.Json.WriteEndObject();
        }

        if (Tree is not null && Error?.Code != StorageErrorCode.ValidationException)
        {
            output.Json.WriteString("TableName"u8, Tree.TableName);
        }

        output.OptionalItem("Item"u8, _item);
        output.Json.WriteEndObject();
    }

    private static ItemKey KeyOf(SelectTree select, TableSchema schema) =>
        select.IndexName is null && PrimaryKey.FindAlone(select.Where, schema.Key) is { } found
            ? found.Key
            : throw StorageErrors.Validation("Select statements within BatchExecuteStatement must specify the primary key in the where clause.");
}
