using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Keyfold.Resilience;

/// <summary>
/// Reads options from configuration, without reflection. A value that cannot be read, and a name that is no option, is an error that names its place.
/// </summary>
internal static class ResilienceConfiguration
{
    public static ResilienceOptions Read(IConfiguration configuration)
    {
        ResilienceOptions defaults = new();
        ConfiguredSection section = new(configuration);
        ResilienceOptions options = defaults with
        {
            AttemptTimeout = section.Time(nameof(ResilienceOptions.AttemptTimeout), defaults.AttemptTimeout),
            TotalTimeout = section.Time(nameof(ResilienceOptions.TotalTimeout), defaults.TotalTimeout),
            Retry = Retry(section.Part(nameof(ResilienceOptions.Retry))),
            CircuitBreaker = section.Optional(nameof(ResilienceOptions.CircuitBreaker), CircuitBreaker, new CircuitBreakerOptions()),
            Hedging = section.Optional(nameof(ResilienceOptions.Hedging), Hedging, otherwise: null),
            Failover = Failover(section.Part(nameof(ResilienceOptions.Failover))),
            RetryUnprocessed = section.Flag(nameof(ResilienceOptions.RetryUnprocessed), defaults.RetryUnprocessed),
            AddTransactionTokens = section.Flag(nameof(ResilienceOptions.AddTransactionTokens), defaults.AddTransactionTokens),
            JitterSeed = section.Value<int>(nameof(ResilienceOptions.JitterSeed), text => int.Parse(text, CultureInfo.InvariantCulture)),
        };
        section.RefuseOthers();
        return options;
    }

    private static RetryOptions Retry(ConfiguredSection section)
    {
        RetryOptions defaults = new();
        RetryOptions options = new()
        {
            AttemptsMax = section.Number(nameof(RetryOptions.AttemptsMax), defaults.AttemptsMax),
            Delay = section.Time(nameof(RetryOptions.Delay), defaults.Delay),
            DelayMax = section.Time(nameof(RetryOptions.DelayMax), defaults.DelayMax),
            ThrottledDelay = section.Time(nameof(RetryOptions.ThrottledDelay), defaults.ThrottledDelay),
            ThrottledDelayMax = section.Time(nameof(RetryOptions.ThrottledDelayMax), defaults.ThrottledDelayMax),
            Budget = section.Number(nameof(RetryOptions.Budget), defaults.Budget),
            BudgetRefill = section.Ratio(nameof(RetryOptions.BudgetRefill), defaults.BudgetRefill),
        };
        section.RefuseOthers();
        return options;
    }

    private static CircuitBreakerOptions CircuitBreaker(ConfiguredSection section)
    {
        CircuitBreakerOptions defaults = new();
        CircuitBreakerOptions options = new()
        {
            FailureRatio = section.Ratio(nameof(CircuitBreakerOptions.FailureRatio), defaults.FailureRatio),
            AttemptsMin = section.Number(nameof(CircuitBreakerOptions.AttemptsMin), defaults.AttemptsMin),
            SamplingDuration = section.Time(nameof(CircuitBreakerOptions.SamplingDuration), defaults.SamplingDuration),
            BreakDuration = section.Time(nameof(CircuitBreakerOptions.BreakDuration), defaults.BreakDuration),
        };
        section.RefuseOthers();
        return options;
    }

    private static HedgingOptions Hedging(ConfiguredSection section)
    {
        HedgingOptions options = new() { Delay = section.Time(nameof(HedgingOptions.Delay), new HedgingOptions().Delay) };
        section.RefuseOthers();
        return options;
    }

    private static FailoverOptions Failover(ConfiguredSection section)
    {
        FailoverOptions options = new()
        {
            Mode = section.Value(nameof(FailoverOptions.Mode), ModeOf) ?? FailoverMode.None,
            MoveConsistentReads = section.Flag(nameof(FailoverOptions.MoveConsistentReads), otherwise: false),
        };
        section.RefuseOthers();
        return options;
    }

    // not Enum.Parse, which takes any number
    private static FailoverMode ModeOf(string text) => text switch
    {
        nameof(FailoverMode.None) => FailoverMode.None,
        nameof(FailoverMode.ReadsOnly) => FailoverMode.ReadsOnly,
        nameof(FailoverMode.ReadsAndWrites) => FailoverMode.ReadsAndWrites,
        _ => throw new FormatException(text),
    };
}
