using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>Changes what is neither capacity nor an index: stream, encryption, class and protection.</summary>
internal static class SettingsUpdate
{
    public static TableState Apply(TableState state, UpdateTableRequest request, DateTimeOffset now)
    {
        TableSchema schema = state.Schema;
        TableSchema changed = schema with
        {
            Stream = request.Stream is null ? schema.Stream : StreamOf(schema, request.Stream),
            Encryption = request.Encryption is null ? schema.Encryption : EncryptionOf(schema, request.Encryption),
            TableClass = request.TableClass ?? schema.TableClass,
            IsDeletionProtected = request.IsDeletionProtected ?? schema.IsDeletionProtected,
            WarmThroughput = WarmedUp.Apply(schema.WarmThroughput, request.WarmThroughput, schema.Throughput),
        };
        return state with
        {
            Schema = changed,
            TableClassChangedAt = changed.TableClass == schema.TableClass ? state.TableClassChangedAt : now,
        };
    }

    private static StreamViewType? StreamOf(TableSchema schema, StreamUpdate update)
    {
        if (update.ViewType is not null && schema.Stream is not null)
        {
            throw StorageErrors.StreamExists(schema.Name);
        }

        if (update.ViewType is null && schema.Stream is null)
        {
            throw StorageErrors.StreamMissing(schema.Name);
        }

        return update.ViewType;
    }

    private static TableEncryption? EncryptionOf(TableSchema schema, EncryptionUpdate update)
    {
        if (update.Encryption == schema.Encryption)
        {
            throw schema.Encryption is null ? StorageErrors.EncryptedByDefault() : StorageErrors.EncryptedWithKey();
        }

        return update.Encryption;
    }
}
