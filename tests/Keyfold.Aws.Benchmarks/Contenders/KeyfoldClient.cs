using Amazon.Runtime;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Aws.Benchmarks.Contenders;

internal sealed class KeyfoldClient : IContender
{
    private readonly ShopTable _shop;

    public KeyfoldClient(HttpMessageHandler wire) => _shop = new ShopTable(new DynamoDbBackend(new DynamoDbOptions
    {
        Region = "eu-central-1",
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        Handler = wire,
    }));

    public string Name => "Keyfold";

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
}
