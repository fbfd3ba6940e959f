using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>What holds when many requests meet on one item: writes of one item are serial, transactions are atomic and isolated.</summary>
public abstract class ConcurrencySpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    private const int Workers = 6;
    private const int Rounds = 30;

    [Fact]
    public async Task No_increment_is_lost()
    {
        string partition = Unique();
        await InParallel((_, _) => Update(HashOnly, Key.Of(partition), Add("N", 1)));
        Assert.Equal(Workers * Rounds, (await Get(HashOnly, Key.Of(partition)))!["N"]);
    }

    [Fact]
    public async Task One_of_many_creators_wins()
    {
        string partition = Unique();
        int created = 0;
        await InParallel(async (worker, round) =>
        {
            try
            {
                Item item = [("PK", partition), ("SK", round), ("Winner", worker)];
                await Backend.PutItemAsync(new PutItemRequest { TableName = NumberSort.Name, Item = Encode(item), Condition = new AttributeNotExists("PK") });
                Interlocked.Increment(ref created);
            }
            catch (StorageException error) when (error.Code == StorageErrorCode.ConditionalCheckFailedException)
            {
                // another one was first
            }
        });
        Assert.Equal(Rounds, created);
        Assert.Equal(Rounds, (await Query(new QueryRequest { TableName = NumberSort.Name, KeyCondition = KeyCondition.Partition("PK", partition) })).Count);
    }

    // money moves between two accounts of different partitions; nobody ever sees some of it missing
    [Fact]
    public async Task A_transaction_is_seen_as_a_whole()
    {
        (string first, string second) = (Unique("a"), Unique("b"));
        await Put(HashOnly, [("PK", first), ("Amount", 100)], [("PK", second), ("Amount", 100)]);
        await InParallel((worker, _) => worker % 2 == 0
            ? Retry(() => Backend.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                Actions =
                [
                    new TransactUpdate(HashOnly.Name, Key.Of(first), new UpdateExpression([Add("Amount", worker == 0 ? -1 : 1)])),
                    new TransactUpdate(HashOnly.Name, Key.Of(second), new UpdateExpression([Add("Amount", worker == 0 ? 1 : -1)])),
                ],
            }))
            : Retry(async () =>
            {
                TransactGetItemsRequest request = new() { Gets = [new TransactGet(HashOnly.Name, Key.Of(first)), new TransactGet(HashOnly.Name, Key.Of(second))] };
                TransactGetItemsResponse response = await Backend.TransactGetItemsAsync(request);
                NumberError error = Number.TryAdd(
                    Decode(response.Items[0])!["Amount"].AsNumber(), Decode(response.Items[1])!["Amount"].AsNumber(), out Number sum);
                Assert.Equal((NumberError.None, (Number)200), (error, sum));
                return response;
            }));
    }

    [Fact]
    public async Task An_index_ends_up_like_its_table()
    {
        string partition = Unique();
        await InParallel((worker, round) => Update(Indexed, Key.Of(partition, $"{round % 5}"), Set("L", $"{worker}.{round}"), Set("Mark", partition)));
        IReadOnlyList<Item> table = await Query(new QueryRequest { TableName = Indexed.Name, KeyCondition = KeyCondition.Partition("PK", partition) });
        IReadOnlyList<Item> local = await Query(
            new QueryRequest { TableName = Indexed.Name, IndexName = "ByLocal", KeyCondition = KeyCondition.Partition("PK", partition) });
        IReadOnlyList<Item> global = await Query(
            new QueryRequest { TableName = Indexed.Name, IndexName = "ByMark", KeyCondition = KeyCondition.Partition("Mark", partition) });
        Assert.Equal(5, table.Count);
        Assert.Equal(table.OrderBy(item => item["L"].AsString(), StringComparer.Ordinal), local);
        Assert.Equal(table, global.OrderBy(item => item["SK"].AsString(), StringComparer.Ordinal));
    }

    // what two transactions on one item do to each other, DynamoDB reports instead of waiting
    private static async Task Retry<T>(Func<ValueTask<T>> send)
    {
        while (true)
        {
            try
            {
                await send();
                return;
            }
            catch (StorageException error) when (error.IsTransient || error.CancellationReasons.Any(reason => reason.Code == CancellationCode.TransactionConflict))
            {
                await Task.Yield();
            }
        }
    }

    private static Task InParallel(Func<int, int, Task> act) => Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
    {
        for (int round = 0; round < Rounds; round++)
        {
            await act(worker, round);
        }
    })));
}
