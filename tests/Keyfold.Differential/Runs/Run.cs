namespace Keyfold.Differential.Runs;

/// <summary>Plays sequences in parallel, in the order of their numbers, until enough requests were compared or too many sequences diverge.</summary>
internal sealed class Run(IContest contest, RunState state, int parallel)
{
    private readonly Queue<(long Number, Task<Outcome> Outcome)> _playing = new();

    /// <summary>What was played so far.</summary>
    public RunState State { get; private set; } = state;

    /// <summary>Plays on: first once more what diverged before, then what was not played yet.</summary>
    /// <param name="requests">The number of requests to reach.</param>
    /// <param name="divergences">The number of sequences that may diverge until the run ends.</param>
    /// <param name="progress">Told after each sequence.</param>
    /// <param name="cancellationToken">Ends the run after the sequences that are being played.</param>
    public async Task PlayAsync(long requests, int divergences, Action<RunState> progress, CancellationToken cancellationToken)
    {
        Queue<long> again = new(State.Diverged.Keys);
        long next = State.Sequences;
        int diverged = 0;
        while (again.Count > 0 || _playing.Count > 0 || State.Requests < requests)
        {
            while (_playing.Count < parallel && (again.Count > 0 || State.Requests < requests) && diverged < divergences && !cancellationToken.IsCancellationRequested)
            {
                long number = again.TryDequeue(out long known) ? known : next++;
                _playing.Enqueue((number, Task.Run(() => PlayAsync(number), CancellationToken.None)));
            }

            if (_playing.Count == 0)
            {
                return;
            }

            (long played, Task<Outcome> playing) = _playing.Dequeue();
            Outcome outcome = await playing;
            diverged += outcome.Divergence is null ? 0 : 1;
            State = State.After(played, outcome);
            progress(State);
        }
    }

    private Task<Outcome> PlayAsync(long number)
    {
        RequestSequence sequence = contest.SequenceOf(State.Seed, number);
        return contest.PlayAsync(number, sequence.Schema, sequence.Operations);
    }
}
