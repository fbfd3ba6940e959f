using Amazon.DynamoDBv2;
using Keyfold.Storage;

namespace Keyfold.Aws.Tables;

/// <summary>The SDK's exceptions as the contract's.</summary>
internal static class SdkErrors
{
    /// <summary>Awaits a call.</summary>
    public static async Task<T> Translate<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (AmazonDynamoDBException error)
        {
            StorageErrorCode code = Enum.TryParse(error.ErrorCode, out StorageErrorCode known) && Enum.IsDefined(known) ? known : StorageErrorCode.Unrecognized;
            throw new StorageException(code, code == StorageErrorCode.Unrecognized ? $"{error.ErrorCode}: {error.Message}" : error.Message, error)
            {
                RequestId = error.RequestId,
            };
        }
        catch (HttpRequestException error)
        {
            throw new TransportException(TransportFailure.ConnectionLost, $"DynamoDB gave no answer about a table: {error.Message}", error);
        }
    }
}
