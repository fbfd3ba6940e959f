using Keyfold.Engine;
using Keyfold.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Keyfold.Resilience.Tests;

/// <summary>The README's lines on resilience, compiled and run.</summary>
public sealed class ReadmeSnippets
{
    [Fact]
    public async Task Resilience_is_added_by_one_line()
    {
        IConfiguration configuration = new ConfigurationBuilder().Build();
        EmbeddedEngine dublin = new();
        ServiceCollection services = new();

        #region resilience
        services.AddKeyfold(o => o.UseResilience(
            configuration.GetSection("Keyfold:Resilience"),
            r => r with { Failover = new FailoverOptions { Mode = FailoverMode.ReadsOnly }, OnRetry = retry => Console.WriteLine(retry) },
            replicas: _ => [new Replica("eu-west-1", dublin)]));
        #endregion

        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.IsType<ResilientBackend>(provider.GetRequiredService<IStorageBackend>());
    }

    [Fact]
    public async Task A_test_lets_an_answer_get_lost()
    {
        EmbeddedEngine engine = new();
        Simulation.Create(engine);
        PutItemRequest request = Simulation.Put("a", 1);

        #region faults
        var faulty = new FaultInjectingBackend(engine, FaultScript.InOrder(
            Fault.Conflict(),
            Fault.LoseResponse(new TransportException(TransportFailure.ConnectionLost, "The connection was lost."))));
        await new ResilientBackend(faulty).PutItemAsync(request);    // sent three times, done
        #endregion

        Assert.Equal(3, faulty.Requests);
    }
}
