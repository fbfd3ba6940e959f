using System.CommandLine;
using System.Globalization;
using Keyfold.Differential.Requests;
using Keyfold.Differential.Runs;
using Spectre.Console;

Option<string?> endpoint = new("--endpoint") { Description = "A DynamoDB endpoint such as http://localhost:8000 to compare the engine with; without it, the oracle." };
Option<long> requests = new("--requests") { Description = "How many requests to compare.", DefaultValueFactory = _ => 1_000_000 };
Option<ulong> seed = new("--seed") { Description = "Which requests.", DefaultValueFactory = _ => 1 };
Option<int> length = new("--length") { Description = "How many requests to send to one table.", DefaultValueFactory = _ => 200 };
Option<int> parallel = new("--parallel") { Description = "How many tables to work on at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
Option<int> divergences = new("--divergences") { Description = "How many sequences may diverge until the run ends; they are played again when it is gone on with.", DefaultValueFactory = _ => 1 };
Option<string?> stateFile = new("--state") { Description = "A file that keeps how far the run has come; an existing one is gone on with." };

RootCommand command = new("Sends random requests to the engine and to another implementation of DynamoDB, and stops where their replies differ.")
{
    endpoint, requests, seed, length, parallel, divergences, stateFile,
};
command.SetAction(async (arguments, cancellationToken) =>
{
    IAnsiConsole console = AnsiConsole.Console;
    console.Profile.Width = Console.IsOutputRedirected ? 200 : console.Profile.Width;
    int count = arguments.GetValue(length);
    using EndpointContest? service = arguments.GetValue(endpoint) is { } address ? new EndpointContest(address, count) : null;
    IContest contest = service is null ? new OracleContest(count) : service;
    string? path = arguments.GetValue(stateFile);
    RunState start = (path is null ? null : RunState.Load(path)) ?? new RunState { Contest = contest.Name, Seed = arguments.GetValue(seed), Length = count };
    if (start.Contest != contest.Name || start.Length != count)
    {
        console.WriteLine($"{path} is of another run: {start.Contest}, {start.Length.ToString(CultureInfo.InvariantCulture)} requests to a table.");
        return 2;
    }

    Run run = new(contest, start, arguments.GetValue(parallel));
    long goal = arguments.GetValue(requests);
    await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
    {
        ProgressTask task = progress.AddTask("Requests compared", maxValue: goal);
        task.Value = start.Requests;
        int kept = start.Diverged.Count;
        await run.PlayAsync(
            goal,
            arguments.GetValue(divergences),
            state =>
            {
                task.Value = Math.Min(goal, state.Requests);
                if (path is not null && (state.Sequences % 50 == 0 || state.Diverged.Count != kept))
                {
                    kept = state.Diverged.Count;
                    state.Save(path);
                }
            },
            cancellationToken);
    });
    if (path is not null)
    {
        run.State.Save(path);
    }

    Report.Write(console, run.State);
    if (run.State.Diverged.Count == 0)
    {
        console.WriteLine(run.State.Requests < goal ? "Interrupted." : "Nothing differs without an explanation.");
        return run.State.Requests < goal ? 3 : 0;
    }

    long first = run.State.Diverged.Keys.First();
    RequestSequence sequence = contest.SequenceOf(run.State.Seed, first);
    Outcome outcome = await contest.PlayAsync(first, sequence.Schema, sequence.Operations);
    if (outcome.Divergence is { } divergence)
    {
        (IReadOnlyList<Operation> operations, Divergence shortest) = await Shrinking.ShortenAsync(
            contest, first, sequence.Schema, sequence.Operations, divergence);
        Report.Write(console, first, sequence.Schema, operations, shortest);
    }

    console.WriteLine($"{run.State.Diverged.Count.ToString(CultureInfo.InvariantCulture)} sequences diverge.");
    return 1;
});

return await command.Parse(args).InvokeAsync();
