using Keyfold;
using Keyfold.Resilience;
using Keyfold.Storage;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds resilience, and faults to test it with, to an application's backend: <c>services.AddKeyfold(o => o.UseResilience())</c>.</summary>
public static class ResilienceKeyfoldOptionsExtensions
{
    /// <summary>Puts a <see cref="ResilientBackend"/> before the backend.</summary>
    /// <param name="options">The application's options.</param>
    /// <param name="configure">Gives the options from the default ones; null leaves those. Their clock is the application's <see cref="TimeProvider"/>, if it
    /// has one.</param>
    /// <param name="replicas">
    /// Makes the backends that calls may move to, in order of preference, as <see cref="ResilienceOptions.Failover"/> says; null for none.
    /// </param>
    /// <returns>The options.</returns>
    public static KeyfoldOptions UseResilience(
        this KeyfoldOptions options,
        Func<ResilienceOptions, ResilienceOptions>? configure = null,
        Func<IServiceProvider, IEnumerable<Replica>>? replicas = null) =>
        UseResilience(options, new ResilienceOptions(), configure, replicas);

    /// <summary>Puts a <see cref="ResilientBackend"/> with options from configuration before the backend.</summary>
    /// <param name="options">The application's options.</param>
    /// <param name="configuration">
    /// A section with the properties of <see cref="ResilienceOptions"/> by their names, as <c>AttemptTimeout</c>, <c>Retry:AttemptsMax</c> or
    /// <c>Failover:Mode</c>. <c>CircuitBreaker</c> and <c>Hedging</c> are sections too, or <c>false</c> for none; <c>true</c> for the default ones.
    /// </param>
    /// <param name="configure">Gives the options from those of the section; null leaves them.</param>
    /// <param name="replicas">
    /// Makes the backends that calls may move to, in order of preference, as <see cref="ResilienceOptions.Failover"/> says; null for none.
    /// </param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">The section has a value that cannot be read, or a name that is no option.</exception>
    public static KeyfoldOptions UseResilience(
        this KeyfoldOptions options,
        IConfiguration configuration,
        Func<ResilienceOptions, ResilienceOptions>? configure = null,
        Func<IServiceProvider, IEnumerable<Replica>>? replicas = null) =>
        UseResilience(options, ResilienceConfiguration.Read(configuration), configure, replicas);

    /// <summary>
    /// For tests: lets requests of the backend fail as a script says. Call it before <c>UseResilience</c>, so that resilience has to do with the faults.
    /// </summary>
    /// <param name="options">The application's options.</param>
    /// <param name="script">Which requests get which fault.</param>
    /// <returns>The options.</returns>
    public static KeyfoldOptions UseFaultInjection(this KeyfoldOptions options, FaultScript script) =>
        options.DecorateBackend((services, backend) => new FaultInjectingBackend(backend, script, services.GetService<TimeProvider>()));

    private static KeyfoldOptions UseResilience(
        KeyfoldOptions options,
        ResilienceOptions resilience,
        Func<ResilienceOptions, ResilienceOptions>? configure,
        Func<IServiceProvider, IEnumerable<Replica>>? replicas) =>
        options.DecorateBackend((services, backend) =>
        {
            ResilienceOptions own = resilience with { TimeProvider = services.GetService<TimeProvider>() ?? resilience.TimeProvider };
            return new ResilientBackend(
                [NameOf(backend), .. replicas?.Invoke(services) ?? []],
                configure?.Invoke(own) ?? own);
        });

    private static Replica NameOf(IStorageBackend backend) => new(backend.GetType().Name, backend);
}
