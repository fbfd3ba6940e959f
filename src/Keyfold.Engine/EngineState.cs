using Keyfold.Engine.Log;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Streams;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Transactions;

namespace Keyfold.Engine;

/// <summary>What the operations of one engine share.</summary>
internal sealed class EngineState(EngineOptions options, ICommitLog log)
{
    public EngineOptions Options { get; } = options;

    public ICommitLog Log { get; } = log;

    public TableDirectory Tables { get; } = new();

    public TableIds TableIds { get; } = new(options.Seed);

    public PartitionIds PartitionIds { get; } = new();

    public StreamDirectory Streams { get; } = new(options);

    public ClientRequestTokens Tokens { get; } = new(options.TimeProvider);
}
