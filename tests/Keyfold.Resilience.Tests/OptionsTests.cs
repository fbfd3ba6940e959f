using Keyfold.Engine;
using Keyfold.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Keyfold.Resilience.Tests;

public sealed class OptionsTests
{
    public static TheoryData<ResilienceOptions, string> Wrong => new()
    {
        { new ResilienceOptions { TotalTimeout = TimeSpan.Zero }, "TotalTimeout is more than 0, at most a day, and was 00:00:00." },
        {
            new ResilienceOptions { AttemptTimeout = TimeSpan.FromMinutes(1) },
            "AttemptTimeout is more than 0, at most TotalTimeout (00:00:30), and was 00:01:00."
        },
        { new ResilienceOptions { Retry = new RetryOptions { AttemptsMax = 0 } }, "Retry.AttemptsMax is 1 to 100, and was 0." },
        {
            new ResilienceOptions { Retry = new RetryOptions { DelayMax = TimeSpan.FromMilliseconds(1) } },
            "Retry.DelayMax is Retry.Delay (00:00:00.0250000) to 10 minutes, and was 00:00:00.0010000."
        },
        { new ResilienceOptions { Retry = new RetryOptions { BudgetRefill = double.NaN } }, "Retry.BudgetRefill is 0 to 1, and was NaN." },
        { new ResilienceOptions { CircuitBreaker = new CircuitBreakerOptions { FailureRatio = 0 } }, "CircuitBreaker.FailureRatio is more than 0, up to 1, and was 0." },
        {
            new ResilienceOptions { Hedging = new HedgingOptions { Delay = TimeSpan.FromSeconds(5) } },
            "Hedging.Delay is more than 0, less than AttemptTimeout (00:00:05), and was 00:00:05."
        },
        {
            new ResilienceOptions { CircuitBreaker = null, Failover = new FailoverOptions { Mode = FailoverMode.ReadsOnly } },
            "Failover.Mode is None where CircuitBreaker is null, since calls move when a breaker opens, and was ReadsOnly."
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_option_out_of_its_range_is_refused(ResilienceOptions options, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ResilientBackend(new EmbeddedEngine(), options));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_at_least_one_replica() => Assert.Throws<ArgumentException>(() => new ResilientBackend([]));

    [Fact]
    public void Configuration_sets_every_option()
    {
        ResilienceOptions options = Read(
            ("AttemptTimeout", "00:00:01"),
            ("TotalTimeout", "00:00:10"),
            ("Retry:AttemptsMax", "3"),
            ("Retry:Delay", "00:00:00.010"),
            ("Retry:DelayMax", "00:00:01"),
            ("Retry:ThrottledDelay", "00:00:00.5"),
            ("Retry:ThrottledDelayMax", "00:00:05"),
            ("Retry:Budget", "50"),
            ("Retry:BudgetRefill", "0.25"),
            ("CircuitBreaker:FailureRatio", "0.75"),
            ("CircuitBreaker:AttemptsMin", "10"),
            ("CircuitBreaker:SamplingDuration", "00:00:20"),
            ("CircuitBreaker:BreakDuration", "00:00:15"),
            ("Hedging:Delay", "00:00:00.05"),
            ("Failover:Mode", "ReadsAndWrites"),
            ("Failover:MoveConsistentReads", "true"),
            ("RetryUnprocessed", "false"),
            ("AddTransactionTokens", "false"),
            ("JitterSeed", "7"));
        ResilienceOptions expected = new()
        {
            AttemptTimeout = TimeSpan.FromSeconds(1),
            TotalTimeout = TimeSpan.FromSeconds(10),
            Retry = new RetryOptions
            {
                AttemptsMax = 3,
                Delay = TimeSpan.FromMilliseconds(10),
                DelayMax = TimeSpan.FromSeconds(1),
                ThrottledDelay = TimeSpan.FromMilliseconds(500),
                ThrottledDelayMax = TimeSpan.FromSeconds(5),
                Budget = 50,
                BudgetRefill = 0.25,
            },
            CircuitBreaker = new CircuitBreakerOptions
            {
                FailureRatio = 0.75,
                AttemptsMin = 10,
                SamplingDuration = TimeSpan.FromSeconds(20),
                BreakDuration = TimeSpan.FromSeconds(15),
            },
            Hedging = new HedgingOptions { Delay = TimeSpan.FromMilliseconds(50) },
            Failover = new FailoverOptions { Mode = FailoverMode.ReadsAndWrites, MoveConsistentReads = true },
            RetryUnprocessed = false,
            AddTransactionTokens = false,
            JitterSeed = 7,
        };
        Assert.Equal(expected, options);
    }

    [Fact]
    public void Without_configuration_the_defaults_stand() => Assert.Equal(new ResilienceOptions(), Read());

    [Fact]
    public void A_part_can_be_switched()
    {
        ResilienceOptions options = Read(("CircuitBreaker", "false"), ("Hedging", "true"));
        Assert.Null(options.CircuitBreaker);
        Assert.Equal(new HedgingOptions(), options.Hedging);
    }

    [Theory]
    [InlineData("Retry:AttemptsMax", "many", "The configuration has \"many\" at Keyfold:Resilience:Retry:AttemptsMax, which is no Int32.")]
    [InlineData("Failover:Mode", "2", "The configuration has \"2\" at Keyfold:Resilience:Failover:Mode, which is no FailoverMode.")]
    [InlineData(
        "Hedging:Dellay", "00:00:01", "The configuration has Keyfold:Resilience:Hedging:Dellay, which is no option. There are Delay.")]
    public void A_mistake_in_configuration_names_its_place(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => Read((key, value))).Message);

    [Fact]
    public async Task An_application_adds_it_by_one_line()
    {
        IConfiguration configuration = Section(("Retry:AttemptsMax", "2"));
        List<RetryArguments> retries = [];
        SimulatedClock clock = new();
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddKeyfold(o => o
            .UseFaultInjection(FaultScript.InOrder(Fault.Throttle()))
            .UseResilience(configuration, r => r with { OnRetry = retries.Add }));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IStorageBackend backend = provider.GetRequiredService<IStorageBackend>();
        FaultInjectingBackend faulty = Assert.IsType<FaultInjectingBackend>(Assert.IsType<ResilientBackend>(backend).Inner);
        Simulation.Create(Assert.IsType<EmbeddedEngine>(faulty.Inner));
        await Simulation.Run(clock, () => backend.PutItemAsync(Simulation.Put("a", 1)));
        Assert.Single(retries);
    }

    [Fact]
    public void Replicas_come_from_the_application()
    {
        ServiceCollection services = new();
        EmbeddedEngine dublin = new();
        services.AddKeyfold(o => o.UseResilience(
            r => r with { Failover = new FailoverOptions { Mode = FailoverMode.ReadsOnly } }, _ => [new Replica("dublin", dublin)]));
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.IsType<ResilientBackend>(provider.GetRequiredService<IStorageBackend>());
    }

    private static ResilienceOptions Read(params (string Key, string Value)[] values) => ResilienceConfiguration.Read(Section(values));

    private static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"Keyfold:Resilience:{value.Key}", (string?)value.Value)))
            .Build()
            .GetSection("Keyfold:Resilience");
}
