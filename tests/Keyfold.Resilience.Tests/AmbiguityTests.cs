using Keyfold.Expressions;
using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

/// <summary>Writes whose answer is lost after they were applied.</summary>
public sealed class AmbiguityTests
{
    private static readonly UpdateExpression AddOne = new([new AddAction("N", 1)]);

    [Fact]
    public async Task A_put_is_sent_again()
    {
        Simulation simulation = new(FaultScript.InOrder(Faults.Lose));
        await simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1)));
        Assert.Equal([("PK", "a"), ("N", 1)], simulation.Stored("a")!);
        Assert.Equal(2, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task A_write_that_returns_the_item_before_is_not_since_the_second_attempt_would_return_the_firsts()
    {
        Simulation simulation = new(FaultScript.InOrder(null, Faults.Lose));
        await simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1)));
        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(
            () => simulation.Run(backend => backend.DeleteItemAsync(new DeleteItemRequest
            {
                TableName = Simulation.Table,
                Key = Simulation.Key("a"),
                ReturnValues = ReturnValues.AllOld,
            })));
        Assert.Equal(("DeleteItem", 1), (error.Operation, error.Attempts));
        Assert.Same(Faults.Disconnected, error.InnerException);
        Assert.Equal(2, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task A_counter_is_not_counted_twice()
    {
        Simulation simulation = new(FaultScript.InOrder(Faults.Lose));
        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(
            () => simulation.Run(backend => backend.UpdateItemAsync(Update(AddOne))));
        Assert.Equal(
            "UpdateItem may or may not have been applied: one of 1 attempts had no answer. The last one ended so: The connection was lost.", error.Message);
        Assert.Equal([("PK", "a"), ("N", 1)], simulation.Stored("a")!);
        Assert.Equal(1, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task A_counter_is_sent_again_when_it_did_not_arrive()
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.Throttle(), Fault.Conflict(), Fault.Refuse(Faults.NeverConnected)));
        await simulation.Run(backend => backend.UpdateItemAsync(Update(AddOne)));
        Assert.Equal([("PK", "a"), ("N", 1)], simulation.Stored("a")!);
    }

    [Fact]
    public async Task An_update_that_sets_is_sent_again()
    {
        Simulation simulation = new(FaultScript.InOrder(Faults.Lose, Faults.Fail));
        await simulation.Run(backend => backend.UpdateItemAsync(Update(new UpdateExpression([new SetAction("N", new UpdateValue(5))]))));
        Assert.Equal([("PK", "a"), ("N", 5)], simulation.Stored("a")!);
        Assert.Equal(3, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task A_condition_that_the_first_attempt_may_have_broken_is_ambiguous()
    {
        Simulation simulation = new(FaultScript.InOrder(Faults.Lose));
        PutItemRequest create = Simulation.Put("a", 1) with { Condition = new AttributeNotExists("PK"), ReturnItemOnConditionCheckFailure = true };
        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(() => simulation.Run(backend => backend.PutItemAsync(create)));
        Assert.Equal(2, error.Attempts);
        StorageException refused = Assert.IsType<StorageException>(error.InnerException);
        Assert.Equal(StorageErrorCode.ConditionalCheckFailedException, refused.Code);

        // which tells the caller whose item that is
        Assert.Equal(Simulation.Decode(create.Item), Simulation.Decode(refused.Item));
    }

    [Fact]
    public async Task A_condition_that_fails_after_throttling_is_a_plain_failure()
    {
        Simulation simulation = new(FaultScript.InOrder(null, Fault.Throttle()));
        PutItemRequest create = Simulation.Put("a", 1) with { Condition = new AttributeNotExists("PK") };
        await simulation.Run(backend => backend.PutItemAsync(create));
        StorageException error = await Assert.ThrowsAsync<StorageException>(() => simulation.Run(backend => backend.PutItemAsync(create)));
        Assert.Equal(StorageErrorCode.ConditionalCheckFailedException, error.Code);
    }

    [Fact]
    public async Task Throttling_after_a_lost_answer_does_not_say_that_nothing_was_written()
    {
        Simulation simulation = new(FaultScript.Of(point => point.Number == 0 ? Faults.Lose : Fault.Throttle()));
        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(
            () => simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1))));
        Assert.Equal(6, error.Attempts);
        Assert.Equal(StorageErrorCode.ProvisionedThroughputExceededException, Assert.IsType<StorageException>(error.InnerException).Code);
    }

    [Fact]
    public async Task A_read_is_never_ambiguous()
    {
        Simulation simulation = new(Faults.Always(Faults.Lose));
        Assert.Same(Faults.Disconnected, await Record.ExceptionAsync(() => simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")))));
    }

    [Fact]
    public async Task A_transaction_is_applied_once()
    {
        Simulation simulation = new(FaultScript.InOrder(Faults.Lose, Fault.Throttle(), Faults.Lose));
        await simulation.Run(backend => backend.TransactWriteItemsAsync(Transaction(new TransactUpdate(Simulation.Table, Simulation.Key("a"), AddOne))));
        Assert.Equal([("PK", "a"), ("N", 1)], simulation.Stored("a")!);
        Assert.Equal(4, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task A_transaction_with_the_callers_token_keeps_it()
    {
        Simulation simulation = new(FaultScript.InOrder());
        TransactWriteItemsRequest request = Transaction(new TransactUpdate(Simulation.Table, Simulation.Key("a"), AddOne)) with { ClientRequestToken = "mine" };
        await simulation.Run(backend => backend.TransactWriteItemsAsync(request));
        await simulation.Run(backend => backend.TransactWriteItemsAsync(request));
        Assert.Equal([("PK", "a"), ("N", 1)], simulation.Stored("a")!);
    }

    [Fact]
    public async Task A_transaction_without_a_token_is_ambiguous()
    {
        Simulation simulation = new(FaultScript.InOrder(Faults.Lose), options => options with { AddTransactionTokens = false });
        await Assert.ThrowsAsync<AmbiguousWriteException>(() => simulation.Run(
            backend => backend.TransactWriteItemsAsync(Transaction(new TransactUpdate(Simulation.Table, Simulation.Key("a"), AddOne)))));
        Assert.Equal(1, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task A_cancelled_transaction_was_not_applied_before_since_its_token_would_say_so()
    {
        Simulation simulation = new(FaultScript.InOrder(Faults.Fail));
        TransactWriteItemsRequest request = Transaction(
            new TransactConditionCheck(Simulation.Table, Simulation.Key("a")) { Condition = new AttributeExists("PK") });
        StorageException error = await Assert.ThrowsAsync<StorageException>(() => simulation.Run(backend => backend.TransactWriteItemsAsync(request)));
        Assert.Equal([CancellationCode.ConditionalCheckFailed], error.CancellationReasons.Select(reason => reason.Code));
        Assert.Equal(2, simulation.Faulty.Requests);
    }

    private static UpdateItemRequest Update(UpdateExpression update) => new() { TableName = Simulation.Table, Key = Simulation.Key("a"), Update = update };

    private static TransactWriteItemsRequest Transaction(TransactWriteAction action) => new() { Actions = [action] };
}
