using Amazon.Runtime;
using Keyfold.Benchmarks.Model;
using Keyfold.Resilience;
using Keyfold.Storage;

namespace Keyfold.Aws.Benchmarks.Contenders;

internal sealed class KeyfoldClient : IContender
{
    private readonly ShopTable _shop;

    /// <summary>Makes a client.</summary>
    /// <param name="wire">The service.</param>
    /// <param name="isObserved">Whether it is made as in production: with retries, breaker and timeouts around each request, and each reported with its capacity.</param>
    public KeyfoldClient(HttpMessageHandler wire, bool isObserved = false)
    {
        IStorageBackend backend = new DynamoDbBackend(new DynamoDbOptions
        {
            Region = "eu-central-1",
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            Handler = wire,
        });
        _shop = isObserved ? new ShopTable(new ResilientBackend(backend)).Observe(Count) : new ShopTable(backend);
        Name = isObserved ? "Keyfold, resilient and observed" : "Keyfold";
    }

    public string Name { get; }

    /// <summary>The requests that were reported.</summary>
    public long Observed { get; private set; }

    public async Task GetAsync(Order key) => await _shop.Orders.GetAsync(key.CustomerId, key.Number);

    public async Task PutAsync(Order order) => await _shop.Orders.PutAsync(order);

    public async Task<int> QueryAsync(string customerId) => (await _shop.Orders.ByCustomer(customerId).ToListAsync()).Count;

    public async Task BatchWriteAsync(IReadOnlyList<Order> orders)
    {
        Batch<ShopTable> batch = _shop.Batch();
        foreach (Order order in orders)
        {
            batch = batch.Put(order);
        }

        await batch.WriteAsync();
    }

    public async Task TransactWriteAsync(IReadOnlyList<Order> orders)
    {
        Transaction<ShopTable> transaction = _shop.Transact();
        foreach (Order order in orders)
        {
            transaction = transaction.Put(order);
        }

        await transaction.CommitAsync();
    }

    private void Count(ObservedRequest request) => Observed++;
}
