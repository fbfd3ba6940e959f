using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Keyfold;

/// <summary>
/// A scan whose segments are read at the same time, that has not been sent. At most one page of each segment that is being read waits for whoever takes the
/// entities. Immutable.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class ParallelScan<TEntity>
    where TEntity : notnull, IEntity<TEntity>
{
    private readonly ScanSegments _segments;

    internal ParallelScan(ScanSegments segments) => _segments = segments;

    /// <summary>The scan's entities; <c>await foreach</c> calls it. Leaving the loop stops the segments, and waits for requests that are under way.</summary>
    /// <exception cref="EntityMappingException">While it runs: an item does not fit the class, or is of no entity that the table knows.</exception>
    /// <exception cref="RequestRejectedException">While it runs: the scan breaks one of DynamoDB's rules, such as a filter that is too long.</exception>
    public IAsyncEnumerator<TEntity> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        AsAsyncEnumerable(CancellationToken.None).GetAsyncEnumerator(cancellationToken);

    /// <summary>The scan with a token, for <c>await foreach</c>.</summary>
    public ConfiguredCancelableAsyncEnumerable<TEntity> WithCancellation(CancellationToken cancellationToken) =>
        AsAsyncEnumerable(CancellationToken.None).WithCancellation(cancellationToken);

    /// <summary>The scan for whatever takes an <see cref="IAsyncEnumerable{T}"/>. What is added there runs in memory.</summary>
    public async IAsyncEnumerable<TEntity> AsAsyncEnumerable([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<IReadOnlyList<TEntity>> pages = Channel.CreateBounded<IReadOnlyList<TEntity>>(new BoundedChannelOptions(capacity: 1) { SingleReader = true });
        Task reading = ReadAsync(pages.Writer, stop.Token);
        try
        {
            int left = _segments.Plan.TakenMax ?? int.MaxValue;
            await foreach (IReadOnlyList<TEntity> page in pages.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (TEntity entity in page.Take(left))
                {
                    yield return entity;
                }

                left -= page.Count;
                if (left <= 0)
                {
                    yield break;
                }
            }

            await reading.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>All entities.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    [SuppressMessage("Design", "MA0016:Prefer using collection abstraction instead of implementation", Justification = "As System.Linq's method of this name.")]
    public ValueTask<List<TEntity>> ToListAsync(CancellationToken cancellationToken = default) =>
        Enumerations.ToListAsync(GetAsyncEnumerator(cancellationToken));

    /// <summary>How many entities there are. They are read and paid for, but not sent.</summary>
    /// <inheritdoc cref="GetAsyncEnumerator" path="/exception"/>
    public async ValueTask<int> CountAsync(CancellationToken cancellationToken = default)
    {
        int count = 0;
        await _segments.ForEachAsync(
            async (segment, stop) => Interlocked.Add(ref count, await ScanCount.CountAsync<TEntity>(segment, stop).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        return Math.Min(count, _segments.Plan.TakenMax ?? int.MaxValue);
    }

    /// <summary>What would be sent for the first segment, and what it would cost; the others' requests differ in its number. Nothing is sent.</summary>
    public ScanExplanation Explain() => new(_segments[0]);

    private async Task ReadAsync(ChannelWriter<IReadOnlyList<TEntity>> writer, CancellationToken cancellationToken)
    {
        try
        {
            await _segments.ForEachAsync(
                async (segment, stop) =>
                {
                    var pages = new PageReader<TEntity, ScanPages>(new ScanPages(segment));
                    while (!pages.IsDone)
                    {
                        Page<TEntity> page = await pages.ReadAsync(stop).ConfigureAwait(false);
                        await writer.WriteAsync(page.Items, stop).ConfigureAwait(false);
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            writer.Complete();
        }
    }
}
