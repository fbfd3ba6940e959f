using System.Globalization;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Allocations;

/// <summary>
/// What an operation allocates on the embedded engine, object to bytes and back. The table beside this file holds the figures; after
/// looking at a difference, rewrite it with <c>UPDATE_GOLDEN=1 dotnet test tests/Keyfold.Tests</c>, once for each configuration.
/// </summary>
public sealed class AllocationTests
{
    private const int Repetitions = 1_000;

    // A tree's node is split now and then, and a dictionary of a collection grows: the rest is exact.
    private const double Tolerance = 0.03;

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly DateTime Date = new(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc);

    private readonly RetailTable _retail = new();

    [Fact]
    public async Task Each_operation_allocates_what_the_table_says()
    {
        for (int number = 0; number < 10; number++)
        {
            await _retail.Invoices.PutAsync(Invoice(number));
        }

        await _retail.Customers.PutAsync(new Customer { Id = "17850", Country = "United Kingdom" });
        Invoice invoice = Invoice(3);
        Dictionary<string, long> measured = new(StringComparer.Ordinal)
        {
            ["get"] = Measure(() => Complete(_retail.Invoices.GetAsync("17850", Date, "3"))),
            ["get of nothing"] = Measure(() => Complete(_retail.Invoices.GetAsync("17850", Date, "none"))),
            ["put"] = Measure(() => Complete(_retail.Invoices.PutAsync(invoice))),
            ["update"] = Measure(() => _retail.Invoices.Update("17850", Date, "3").Set(i => i.Status, InvoiceStatus.Paid).Add(i => i.Payments, 1).ApplyAsync().AsTask().GetAwaiter().GetResult()),
            ["query of 10"] = Measure(() => Complete(_retail.Invoices.ByCustomer("17850").ToListAsync())),
            ["transaction of 4"] = Measure(
                () => _retail.Transact().Put(Invoices[0]).Put(Invoices[1]).Put(Invoices[2]).Put(Invoices[3]).CommitAsync().AsTask().GetAwaiter().GetResult()),
        };

        AllocationTable approved = AllocationTable.Read(Configuration, measured);
        foreach ((string operation, long bytes) in measured)
        {
            long expected = approved.BytesOf(operation);
            Assert.True(
                Math.Abs(bytes - expected) <= Math.Max(16, expected * Tolerance),
                string.Create(CultureInfo.InvariantCulture, $"{operation} allocates {bytes} bytes; the table says {expected} ({Configuration})."));
        }
    }

    [Fact]
    public async Task A_get_allocates_the_object_and_at_most_100_bytes_more()
    {
        await _retail.Invoices.PutAsync(Invoice(3));
        long graph = Measure(() => Invoice(3));
        long get = Measure(() => Complete(_retail.Invoices.GetAsync("17850", Date, "3")));
        Assert.InRange(get - graph, 0, 100);
    }

    private static readonly Invoice[] Invoices = [.. Enumerable.Range(0, 4).Select(Invoice)];

    // Made as a reader makes it: every string of its own, the list of exact size.
    private static Invoice Invoice(int number) => new()
    {
        CustomerId = new string("17850"),
        Date = Date,
        Number = new string((char)('0' + number), 1),
        Total = 15.30m,
        Region = new string("London"),
        Lines = new List<InvoiceLine>(2)
        {
            new() { StockCode = new string("85123A"), Quantity = 6, Price = 2.55m },
            new() { StockCode = new string("71053"), Quantity = 0 },
        },
    };

    private static object? Complete<T>(ValueTask<T> task)
    {
        Assert.True(task.IsCompletedSuccessfully, "The embedded engine completes on the caller's thread.");
        return task.Result;
    }

    private static long Measure(Action operation)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            operation();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Repetitions; i++)
            {
                operation();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Repetitions);
        }

        return least;
    }

    private static long Measure(Func<object?> operation) => Measure(() => { operation(); });
}
