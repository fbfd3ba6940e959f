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
        List<StreamId> streams = [];
        foreach (ChangeStream stream in engine.Streams.Readable())
        {
            if (IsListed(stream.Id, request))
            {
                if (streams.Count == limit)
                {
                    return new ListStreamsResponse { Streams = streams, LastEvaluated = streams[^1] };
                }

                streams.Add(stream.Id);
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

    private static bool IsListed(StreamId id, in ListStreamsRequest request) =>
        (request.TableName is null || string.Equals(id.TableName, request.TableName, StringComparison.Ordinal))
        && (request.ExclusiveStart is not { } start || StreamDirectory.Compare(id, start) > 0);
}
