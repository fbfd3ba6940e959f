using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Makes the typed exceptions of a backend's.</summary>
internal static class StorageFailure
{
    /// <summary>The exception to throw for a request on one item; the same one where a caller has nothing more to do.</summary>
    public static Exception OfItem<TEntity>(IStorageBackend backend, ItemKey key, StorageException error)
        where TEntity : notnull, IEntity<TEntity>
    {
        EntityModel model = TEntity.Model;
        string keyText = KeyDescription.Of(model, key);
        return error.Code switch
        {
            StorageErrorCode.ConditionalCheckFailedException => OfCondition<TEntity>(backend, keyText, error),
            StorageErrorCode.ValidationException => new RequestRejectedException(
                $"{model.Name} with {keyText} was refused: {error.Message}", model.Name, keyText, error),
            _ => Throttled(error, $"{model.Name} with {keyText}") ?? (Exception)error,
        };
    }

    /// <summary>The exception to throw for a query.</summary>
    public static Exception OfQuery(EntityModel model, StorageException error) => OfRequest(model, $"The query for {model.Name}", error);

    /// <summary>The exception to throw for a scan.</summary>
    public static Exception OfScan(EntityModel model, StorageException error) => OfRequest(model, $"The scan for {model.Name}", error);

    public static ThrottledException? Throttled(StorageException error, string subject) => error.Code switch
    {
        StorageErrorCode.ProvisionedThroughputExceededException or StorageErrorCode.ThrottlingException or StorageErrorCode.RequestLimitExceeded =>
            new ThrottledException($"{subject}: the backend has no capacity now. {error.Message}", error),
        _ => null,
    };

    private static Exception OfRequest(EntityModel model, string subject, StorageException error) => error.Code switch
    {
        StorageErrorCode.ValidationException => new RequestRejectedException($"{subject} was refused: {error.Message}", model.Name, key: null, error),
        _ => Throttled(error, subject) ?? (Exception)error,
    };

    private static ConditionFailedException<TEntity> OfCondition<TEntity>(IStorageBackend backend, string key, StorageException error)
        where TEntity : notnull, IEntity<TEntity>
    {
        string name = TEntity.Model.Name;
        if (error.Item.IsEmpty)
        {
            return new ConditionFailedException<TEntity>(
                $"There is no {name} with {key}, and the write requires one.", name, key, itemExists: false, default, error);
        }

        TEntity? existing = TryRead<TEntity>(backend, error.Item);
        return new ConditionFailedException<TEntity>(
            $"{name} with {key} is not as the write requires; the exception's Existing is as it is.", name, key, itemExists: true, existing, error);
    }

    /// <summary>Reads an entity for an exception, which is worth more than one about an item that does not fit.</summary>
    public static TEntity? TryRead<TEntity>(IStorageBackend backend, ReadOnlyMemory<byte> item)
        where TEntity : notnull, IEntity<TEntity>
    {
        try
        {
            return EncodedItems.Read<TEntity>(backend, item);
        }
        catch (EntityMappingException)
        {
            return default;
        }
    }
}
