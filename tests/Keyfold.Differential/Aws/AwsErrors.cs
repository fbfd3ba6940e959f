using Amazon.DynamoDBv2;
using Keyfold.Storage;
using Sdk = Amazon.DynamoDBv2.Model;

namespace Keyfold.Differential.Aws;

/// <summary>The SDK's exceptions as the contract's.</summary>
internal static class AwsErrors
{
    /// <summary>Sends a request.</summary>
    public static async ValueTask<T> Translate<T>(Func<Task<T>> send)
    {
        try
        {
            return await send();
        }
        catch (AmazonDynamoDBException error)
        {
            throw Translate(error);
        }
    }

    private static StorageException Translate(AmazonDynamoDBException error)
    {
        StorageErrorCode code = Enum.TryParse(error.ErrorCode, out StorageErrorCode known) ? known : StorageErrorCode.InternalServerError;
        return new StorageException(code, error.Message, error)
        {
            Item = AwsItems.Encode((error as Sdk.ConditionalCheckFailedException)?.Item),
            CancellationReasons = Sequence.From(((error as Sdk.TransactionCanceledException)?.CancellationReasons ?? []).Select(Translate)),
        };
    }

    private static CancellationReason Translate(Sdk.CancellationReason reason) =>
        new(Enum.Parse<CancellationCode>(reason.Code), reason.Message) { Item = AwsItems.Encode(reason.Item) };
}
