using Keyfold.Engine.Streams;
using Keyfold.Streams;

namespace Keyfold.Engine;

/// <content>Streams.</content>
public sealed partial class EmbeddedEngine : IChangeFeed
{
    /// <inheritdoc/>
    public ValueTask<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default) =>
        Run(ListStreams.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StreamDescription> DescribeStreamAsync(DescribeStreamRequest request, CancellationToken cancellationToken = default) =>
        Run(DescribeStream.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string> GetShardIteratorAsync(GetShardIteratorRequest request, CancellationToken cancellationToken = default) =>
        Run(GetShardIterator.Execute, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default) =>
        Run(GetRecords.Execute, request, cancellationToken);
}
