using Keyfold.Engine.Expiry;
using Keyfold.Engine.Indexes;
using Keyfold.Engine.Log;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Streams;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Tables.Updates;
using Keyfold.Engine.Transactions;

namespace Keyfold.Engine;

/// <summary>What the operations of one engine share.</summary>
internal sealed class EngineState
{
    public EngineState(EngineOptions options, ICommitLog log)
    {
        Options = options;
        Log = log;
        TableIds = new TableIds(options.Seed);
        Streams = new StreamDirectory(options);
        Tokens = new ClientRequestTokens(options.TimeProvider, options.ClientRequestTokensMax);
        DelayedIndexes = options.GlobalIndexDelay > TimeSpan.Zero ? new DelayedIndexChanges(options) : null;
        ExpirySweep = new ExpirySweep(this);
        ExpiryTimer = new ExpiryTimer(this);
        IndexCreation = new IndexCreation(this);
    }

    public EngineOptions Options { get; }

    public ICommitLog Log { get; }

    public TableDirectory Tables { get; } = new();

    public TableIds TableIds { get; }

    public PartitionIds PartitionIds { get; } = new();

    public StreamDirectory Streams { get; }

    public ClientRequestTokens Tokens { get; }

    /// <summary>The changes of global indexes that readers are not shown yet; null if indexes follow at once.</summary>
    public DelayedIndexChanges? DelayedIndexes { get; }

    public ExpirySweep ExpirySweep { get; }

    public ExpiryTimer ExpiryTimer { get; }

    public IndexCreation IndexCreation { get; }
}
