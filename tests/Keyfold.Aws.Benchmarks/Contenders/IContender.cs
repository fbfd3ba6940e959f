using Keyfold.Benchmarks.Model;

namespace Keyfold.Aws.Benchmarks.Contenders;

/// <summary>A client that does the operations that are compared.</summary>
internal interface IContender
{
    string Name { get; }

    Task GetAsync(Order key);

    Task PutAsync(Order order);

    Task<int> QueryAsync(string customerId);

    Task BatchWriteAsync(IReadOnlyList<Order> orders);

    Task TransactWriteAsync(IReadOnlyList<Order> orders);
}
