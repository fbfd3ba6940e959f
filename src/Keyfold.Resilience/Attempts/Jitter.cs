namespace Keyfold.Resilience;

/// <summary>Draws delays with decorrelated jitter. Safe for concurrent use.</summary>
internal sealed class Jitter(RetryOptions options, int? seed)
{
    private readonly Lock _lock = new();
    private readonly Random? _seeded = seed is { } value ? new Random(value) : null;

    /// <summary>The delay before another attempt.</summary>
    /// <param name="kind">Why the last one failed.</param>
    /// <param name="previous">The delay before the last one; zero if there was none.</param>
    public TimeSpan Next(FailureKind kind, TimeSpan previous)
    {
        (TimeSpan shortest, TimeSpan longest) = kind == FailureKind.Throttled
            ? (options.ThrottledDelay, options.ThrottledDelayMax)
            : (options.Delay, options.DelayMax);
        TimeSpan upper = (previous > shortest ? previous : shortest) * 3;
        TimeSpan drawn = shortest + ((upper - shortest) * Draw());
        return drawn < longest ? drawn : longest;
    }

    private double Draw()
    {
        if (_seeded is null)
        {
            return Random.Shared.NextDouble();
        }

        lock (_lock)
        {
            return _seeded.NextDouble();
        }
    }
}
