namespace Keyfold;

/// <summary>What differs between environments about a table. Checked when a table is made of it.</summary>
public sealed record TableOptions
{
    private static readonly TimeSpan BatchDelayMax = TimeSpan.FromSeconds(10);

    /// <summary>The table's name; null means the one of its <see cref="TableAttribute"/>.</summary>
    public string? TableName { get; init; }

    /// <summary>The clock of delays between attempts.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How many times a batch is sent while the backend leaves a part of it undone: 1 to 100; 8 if not set. Once, whatever is set, on a backend with resilience
    /// of its own, which does that itself.
    /// </summary>
    public int BatchAttemptsMax { get; init; } = 8;

    /// <summary>
    /// The delay before a batch's second attempt, which doubles before each further one: at most 10 seconds; 50 milliseconds if not set. The second half of
    /// each delay is waited in part, as <see cref="BatchJitter"/> says.
    /// </summary>
    public TimeSpan BatchDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Gives a number from 0 to 1 for each delay between attempts, the part of its second half that is waited, so that clients who were refused together do not
    /// come back together. Random if not set; called from any thread.
    /// </summary>
    public Func<double> BatchJitter { get; init; } = Random.Shared.NextDouble;

    internal static TableOptions Validate(TableOptions options)
    {
        if (options.BatchAttemptsMax is < 1 or > 100)
        {
            throw new ArgumentException($"{nameof(BatchAttemptsMax)} is 1 to 100, and was {options.BatchAttemptsMax}.", nameof(options));
        }

        if (options.BatchDelay < TimeSpan.Zero || options.BatchDelay > BatchDelayMax)
        {
            throw new ArgumentException($"{nameof(BatchDelay)} is 0 to 10 seconds, and was {options.BatchDelay}.", nameof(options));
        }

        if (options.BatchJitter is null)
        {
            throw new ArgumentException($"{nameof(BatchJitter)} is not null.", nameof(options));
        }

        return options;
    }
}
