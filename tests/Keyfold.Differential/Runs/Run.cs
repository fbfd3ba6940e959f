namespace Keyfold.Differential.Runs;

/// <summary>Plays sequences in parallel, in the order of their numbers, until enough requests were compared or one diverges.</summary>
internal sealed class Run(IContest contest, RunState state, int parallel)
{
    private readonly Queue<Task<Outcome>> _playing = new();

    /// <summary>What was played so far.</summary>
    public RunState State { get; private set; } = state;

    /// <summary>The number of the sequence that diverged.</summary>
    public long? Diverged { get; private set; }

    /// <summary>Plays on.</summary>
    /// <param name="requests">The number of requests to reach.</param>
    /// <param name="progress">Told after each sequence.</param>
    /// <param name="cancellationToken">Ends the run after the sequences that are being played.</param>
    /// <returns>Where a sequence diverged, or null.</returns>
    public async Task<Requests.Divergence?> PlayAsync(long requests, Action<RunState> progress, CancellationToken cancellationToken)
    {
        long next = State.Sequences;
        while (State.Requests < requests)
        {
            while (_playing.Count < parallel && !cancellationToken.IsCancellationRequested)
            {
                long number = next++;
                _playing.Enqueue(Task.Run(() => PlayAsync(number), CancellationToken.None));
            }

            if (_playing.Count == 0)
            {
                return null;
            }

            Outcome outcome = await _playing.Dequeue();
            if (outcome.Divergence is { } divergence)
            {
                Diverged = State.Sequences;
                await Task.WhenAll(_playing);
                return divergence;
            }

            State = State.After(outcome);
            progress(State);
        }

        await Task.WhenAll(_playing);
        return null;
    }

    private Task<Outcome> PlayAsync(long number)
    {
        RequestSequence sequence = contest.SequenceOf(State.Seed, number);
        return contest.PlayAsync(number, sequence.Schema, sequence.Operations);
    }
}
