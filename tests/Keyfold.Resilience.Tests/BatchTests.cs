using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class BatchTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 10).Select(n => $"item{n}")];

    [Fact]
    public async Task Unprocessed_writes_are_sent_again_until_all_are_done()
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.LeaveUnprocessed(7), Fault.LeaveUnprocessed(3), Fault.LeaveUnprocessed(10), Fault.Throttle()));
        BatchWriteItemResponse response = await simulation.Run(backend => backend.BatchWriteItemAsync(Puts()));
        Assert.Empty(response.UnprocessedItems);
        Assert.All(Names, name => Assert.NotNull(simulation.Stored(name)));
    }

    [Fact]
    public async Task Requests_are_as_large_as_what_was_accepted_last()
    {
        List<int> sizes = [];
        Simulation simulation = new(FaultScript.InOrder(Fault.LeaveUnprocessed(8), null, null));
        CountingBackend counting = new(simulation.Faulty, sizes);
        ResilientBackend backend = new(counting, Simulation.Options(simulation.Clock));
        await Simulation.Run(simulation.Clock, () => backend.BatchWriteItemAsync(Puts()));
        Assert.Equal([10, 2, 4, 2], sizes);
    }

    [Fact]
    public async Task What_is_unprocessed_for_ever_is_in_the_answer()
    {
        Simulation simulation = new(Faults.Always(Fault.LeaveUnprocessed(25)));
        DateTimeOffset start = simulation.Clock.GetUtcNow();
        BatchWriteItemResponse response = await simulation.Run(backend => backend.BatchWriteItemAsync(Puts()));
        Assert.Equal(Names, NamesOf(response.UnprocessedItems).Order(StringComparer.Ordinal));
        Assert.All(Names, name => Assert.Null(simulation.Stored(name)));
        Assert.InRange(simulation.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_error_after_a_first_answer_leaves_the_rest_unprocessed()
    {
        Simulation simulation = new(FaultScript.InOrder(
            Fault.LeaveUnprocessed(4), Fault.Refuse(new StorageException(StorageErrorCode.ResourceNotFoundException, "The table is gone."))));
        BatchWriteItemResponse response = await simulation.Run(backend => backend.BatchWriteItemAsync(Puts()));
        Assert.Equal(Names[6..], NamesOf(response.UnprocessedItems).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_for_good_says_what_is_not_known()
    {
        Simulation simulation = new(FaultScript.Of(point => point.Number == 0 ? Fault.LeaveUnprocessed(4) : Faults.Lose));
        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(() => simulation.Run(backend => backend.BatchWriteItemAsync(Puts())));
        Assert.Equal(Names[6..], NamesOf(error.Unprocessed).Order(StringComparer.Ordinal));
        Assert.All(Names[..6], name => Assert.NotNull(simulation.Stored(name)));
    }

    [Fact]
    public async Task What_an_unanswered_attempt_may_have_written_is_not_called_unprocessed()
    {
        Simulation simulation = new(FaultScript.Of(point => point.Number == 0 ? Faults.Lose : Fault.LeaveUnprocessed(4)));
        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(() => simulation.Run(backend => backend.BatchWriteItemAsync(Puts())));
        Assert.Subset(Names.ToHashSet(StringComparer.Ordinal), NamesOf(error.Unprocessed).ToHashSet(StringComparer.Ordinal));
        Assert.NotEmpty(error.Unprocessed);
    }

    [Fact]
    public async Task Unprocessed_reads_are_asked_for_again()
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.LeaveUnprocessed(7), Fault.LeaveUnprocessed(2), Faults.Fail));
        await Fill(simulation);
        BatchGetItemResponse response = await simulation.Run(
            backend => backend.BatchGetItemAsync(Gets() with { ReturnConsumedCapacity = ReturnConsumedCapacity.Total }));
        Assert.Empty(response.UnprocessedKeys);
        BatchGetResult table = Assert.Single(response.Tables);
        Assert.Equal(Names, table.Items.Select(item => Simulation.Decode(item)!["PK"].AsString()).Order(StringComparer.Ordinal));
        Assert.Equal([new ConsumedCapacity(Simulation.Table, 5)], response.ConsumedCapacity);
    }

    [Fact]
    public async Task Reads_that_are_unprocessed_for_ever_are_in_the_answer_with_what_was_found()
    {
        Simulation simulation = new(FaultScript.Of(point => point.Number == 0 ? Fault.LeaveUnprocessed(4) : Fault.LeaveUnprocessed(100)));
        await Fill(simulation);
        BatchGetItemResponse response = await simulation.Run(backend => backend.BatchGetItemAsync(Gets()));
        Assert.Equal(6, response.Tables[0].Items.Count);
        Assert.Equal(
            Names[6..].Select(Simulation.Key),
            Assert.Single(response.UnprocessedKeys).Keys.OrderBy(key => Array.FindIndex(Names, name => Simulation.Key(name) == key)));
    }

    [Fact]
    public async Task The_caller_may_ask_again_itself()
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.LeaveUnprocessed(4)), options => options with { RetryUnprocessed = false });
        Assert.False(simulation.Backend.RetriesUnprocessed);
        BatchWriteItemResponse response = await simulation.Run(backend => backend.BatchWriteItemAsync(Puts()));
        Assert.Equal(Names[6..], NamesOf(response.UnprocessedItems));
    }

    [Fact]
    public async Task The_retry_budget_ends_it_too()
    {
        Simulation simulation = new(
            Faults.Always(Fault.LeaveUnprocessed(25)), options => options with { Retry = new RetryOptions { Budget = 2, BudgetRefill = 0 } });
        BatchWriteItemResponse response = await simulation.Run(backend => backend.BatchWriteItemAsync(Puts()));
        Assert.Equal(10, NamesOf(response.UnprocessedItems).Count());
        Assert.Equal(3, simulation.Faulty.Requests);
    }

    private static async Task Fill(Simulation simulation)
    {
        foreach (string name in Names)
        {
            await simulation.Engine.PutItemAsync(Simulation.Put(name, 1));
        }
    }

    private static BatchWriteItemRequest Puts() => new()
    {
        Tables = [new BatchWriteTable(Simulation.Table, [.. Names.Select(name => BatchWrite.Put(Simulation.Encode([("PK", name), ("N", 1)])))])],
    };

    private static BatchGetItemRequest Gets() => new() { Tables = [new BatchGetTable(Simulation.Table, [.. Names.Select(Simulation.Key)])] };

    private static IEnumerable<string> NamesOf(IReadOnlyList<BatchWriteTable> tables) =>
        tables.SelectMany(table => table.Writes).Select(write => Simulation.Decode(write.Item)!["PK"].AsString());
}
