using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>What errors are called within a batch: BatchStatementErrorCodeEnum of the service's model.</summary>
internal static class BatchErrorCodes
{
    public static string Of(StorageErrorCode code) => code switch
    {
        StorageErrorCode.ConditionalCheckFailedException => "ConditionalCheckFailed",
        StorageErrorCode.ItemCollectionSizeLimitExceededException => "ItemCollectionSizeLimitExceeded",
        StorageErrorCode.RequestLimitExceeded => "RequestLimitExceeded",
        StorageErrorCode.ValidationException => "ValidationError",
        StorageErrorCode.ProvisionedThroughputExceededException => "ProvisionedThroughputExceeded",
        StorageErrorCode.TransactionConflictException => "TransactionConflict",
        StorageErrorCode.ThrottlingException => "ThrottlingError",
        StorageErrorCode.ResourceNotFoundException => "ResourceNotFound",
        StorageErrorCode.AccessDeniedException => "AccessDenied",
        StorageErrorCode.DuplicateItemException => "DuplicateItem",
        _ => "InternalServerError",
    };
}
