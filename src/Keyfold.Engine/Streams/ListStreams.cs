using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Engine.Streams;

/// <summary>Lists streams.</summary>
internal static class ListStreams
{
    public static ListStreamsResponse Execute(EngineState engine, in ListStreamsRequest request)
    {
        int limit = request.Limit ?? Limits.StreamsListedMax;
        Check(limit);
        List<StreamSummary> streams = [];
        foreach (ChangeStream stream in engine.Streams.Readable())
        {
            if (IsListed(stream.Names, request))
            {
                if (streams.Count == limit)
                {
                    return new ListStreamsResponse { Streams = streams, LastEvaluatedStreamArn = streams[^1].Arn };
                }

                streams.Add(stream.Names);
            }
        }

        return new ListStreamsResponse { Streams = streams };
    }

    private static void Check(int limit)
    {
        if (limit < 1)
        {
            throw StorageErrors.LimitTooSmall(limit);
        }

        if (limit > Limits.StreamsListedMax)
        {
            throw StorageErrors.StreamsLimitTooLarge();
        }
    }

    private static bool IsListed(StreamSummary stream, in ListStreamsRequest request) =>
        (request.TableName is null || string.Equals(stream.TableName, request.TableName, StringComparison.Ordinal))
        && (request.ExclusiveStartStreamArn is null || string.CompareOrdinal(stream.Arn, request.ExclusiveStartStreamArn) > 0);
}
