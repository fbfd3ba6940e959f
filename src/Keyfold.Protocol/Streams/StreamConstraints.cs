using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Streams;

/// <summary>What the operations on streams demand of the members that they share.</summary>
internal static class StreamConstraints
{
    private const int ArnCharactersMin = 37;
    private const int ArnCharactersMax = 1024;
    private const int ShardIdCharactersMin = 28;
    private const int ShardIdCharactersMax = 65;

    /// <summary>Checks the length of a stream's resource name, if there is one.</summary>
    public static void ConstrainArn(Constraints constraints, string? arn, string path)
    {
        if (arn is not null)
        {
            constraints.Length(arn.Length, arn, ArnCharactersMin, ArnCharactersMax, path);
        }
    }

    /// <summary>Checks the length of a shard's id, if there is one.</summary>
    public static void ConstrainShardId(Constraints constraints, string? shardId, string path)
    {
        if (shardId is not null)
        {
            constraints.Length(shardId.Length, shardId, ShardIdCharactersMin, ShardIdCharactersMax, path);
        }
    }

    /// <summary>Checks that a limit is at least 1, if there is one; how large it may be is told otherwise.</summary>
    public static void ConstrainLimit(Constraints constraints, int? limit) => constraints.Range(limit, 1, int.MaxValue, "limit");

    /// <summary>Fails unless a text is the resource name of a stream, existing or not.</summary>
    public static void RequireStreamArn(string arn)
    {
        if (arn.Split(':', 6) is not ["arn", _, "dynamodb", _, _, string resource]
            || resource.Split('/') is not ["table", { Length: > 0 }, "stream", { Length: > 0 }])
        {
            throw StorageErrors.Validation("Invalid StreamArn");
        }
    }
}
