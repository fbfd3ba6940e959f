using System.Collections.Concurrent;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Benchmarks.Contenders;

/// <summary>The floor: the objects themselves in a dictionary; nothing is encoded, ordered, copied or checked.</summary>
internal sealed class DictionaryOrders
{
    private readonly ConcurrentDictionary<(string CustomerId, long Number), Order> _orders = new();

    public DictionaryOrders()
    {
        foreach (Order order in Orders.All())
        {
            Put(order);
        }
    }

    public Order? Get(string customerId, long number) => _orders.GetValueOrDefault((customerId, number));

    public void Put(Order order) => _orders[(order.CustomerId, order.Number)] = order;

    /// <summary>A dictionary has no ranges: the caller has to know every key.</summary>
    public List<Order> Query(string customerId, long from, int limit)
    {
        List<Order> orders = new(limit);
        for (long number = from; number < from + limit && Get(customerId, number) is { } order; number++)
        {
            orders.Add(order);
        }

        return orders;
    }

    public void Update(string customerId, long number, Func<Order, Order> change) =>
        _orders.AddOrUpdate((customerId, number), _ => throw new KeyNotFoundException(), (_, order) => change(order));
}
