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

    /// <summary>The delay before a batch's second attempt, which doubles before each further one: at most 10 seconds; 50 milliseconds if not set.</summary>
    public TimeSpan BatchDelay { get; init; } = TimeSpan.FromMilliseconds(50);

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

        return options;
    }
}
