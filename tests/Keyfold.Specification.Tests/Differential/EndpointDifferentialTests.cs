using Keyfold.Differential.Runs;

namespace Keyfold.Specification.Tests.Differential;

/// <summary>
/// A short run of tests/Keyfold.Differential against the endpoint that KEYFOLD_DYNAMODB_ENDPOINT names: random requests get the same reply, word for word, or
/// one whose difference is explained.
/// </summary>
public sealed class EndpointDifferentialTests
{
    private const int Requests = 4000;

    [Fact]
    public async Task Engine_and_endpoint_agree()
    {
        string? endpoint = Environment.GetEnvironmentVariable("KEYFOLD_DYNAMODB_ENDPOINT");
        Assert.SkipWhen(string.IsNullOrEmpty(endpoint), "KEYFOLD_DYNAMODB_ENDPOINT names no endpoint.");
        using EndpointContest contest = new(endpoint!, length: 100);
        Run run = new(contest, new RunState { Contest = contest.Name, Seed = 2010, Length = 100 }, parallel: 2);

        await run.PlayAsync(Requests, divergences: 1, _ => { }, TestContext.Current.CancellationToken);

        Assert.Empty(run.State.Diverged);
        Assert.True(run.State.Requests >= Requests);
    }
}
