using Keyfold.Storage;

namespace Keyfold.Protocol.Tags;

/// <summary>What the operations on tags and policies demand of a resource name, before anybody looks for the resource.</summary>
internal static class ResourceArns
{
    /// <summary>Fails unless a text names a table or stream, existing or not.</summary>
    public static void Require(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw StorageErrors.InvalidParameter($"ARNs must start with 'arn:': {arn}");
        }

        if (arn.Split(':', 6) is not [_, _, "dynamodb", _, _, string resource])
        {
            throw StorageErrors.InvalidParameter($"Provided Arn is not a DynamoDB resource arn: {arn}");
        }

        if (resource.Split('/') is not (["table", { Length: > 0 }] or ["table", { Length: > 0 }, "stream", { Length: > 0 }]))
        {
            throw StorageErrors.InvalidParameter($"Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {arn}");
        }
    }
}
