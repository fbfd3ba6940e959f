namespace Keyfold.Resilience;

/// <summary>Which requests get which fault. Safe for concurrent use; the same script and the same order of requests give the same faults.</summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly Func<InjectionPoint, Fault?> _choose;

    private FaultScript(Func<InjectionPoint, Fault?> choose) => _choose = choose;

    /// <summary>Asks a function about each request, one at a time.</summary>
    /// <param name="choose">Gives a request's fault; null for none.</param>
    public static FaultScript Of(Func<InjectionPoint, Fault?> choose) => new(choose);

    /// <summary>Gives each of the first requests its fault, and none to the later ones.</summary>
    /// <param name="faults">The faults in order; null lets a request pass.</param>
    public static FaultScript InOrder(params IReadOnlyList<Fault?> faults) =>
        new(point => point.Number < faults.Count ? faults[(int)point.Number] : null);

    /// <summary>Gives requests faults at random.</summary>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="probability">How probable a fault is for each request, 0 to 1.</param>
    /// <param name="faults">The faults, each as probable as any other; at least one.</param>
    /// <exception cref="ArgumentException">There is no fault.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not 0 to 1.</exception>
    public static FaultScript AtRandom(int seed, double probability, params IReadOnlyList<Fault> faults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        if (faults.Count == 0)
        {
            throw new ArgumentException("There is no fault to choose from.", nameof(faults));
        }

        Random random = new(seed);
        return new FaultScript(_ => random.NextDouble() < probability ? faults[random.Next(faults.Count)] : null);
    }

    internal Fault? For(InjectionPoint point)
    {
        lock (_lock)
        {
            return _choose(point);
        }
    }
}
