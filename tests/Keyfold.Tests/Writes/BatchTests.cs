using Keyfold.Tests.Backends;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Writes;

/// <summary>Batches go in chunks, and again what was left undone.</summary>
public sealed class BatchTests
{
    [Fact]
    public async Task Puts_and_deletes_of_several_entities_in_chunks()
    {
        var retail = new RetailTable();
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "old"));

        BatchResult result = await retail.Batch()
            .Put(Enumerable.Range(1, 60).Select(number => Invoices.Of("1", Invoices.Date.AddDays(number), Invoices.Number(number))))
            .Put(new Customer { Id = "1", Country = "France" })
            .Delete(new InvoiceKey("1", Invoices.Date, "old"))
            .WriteAsync();

        Assert.Equal((62, 0), (result.WrittenCount, result.Remaining.Count));
        CustomerHistory history = await retail.CustomerHistory("1").ToCollectionAsync();
        Assert.Equal(60, history.Invoices.Count);
        Assert.Equal(1, history.Customer!.Version);
    }

    [Fact]
    public async Task What_is_left_undone_is_sent_again_after_a_growing_delay()
    {
        var backend = new BusyBackend(doneAtOnce: 10);
        var time = new ImmediateTime();
        RetailTable retail = await OpenAsync(backend, time);

        BatchResult result = await retail.Batch().Put(Many(30)).WriteAsync();
        IReadOnlyList<Invoice> read = await retail.Invoices.GetManyAsync(
            Many(30).Select(invoice => new InvoiceKey("1", Invoices.Date, invoice.Number)).Append(new("1", Invoices.Date, "none")));

        Assert.Equal((30, 0), (result.WrittenCount, result.Remaining.Count));
        Assert.Equal([25, 15, 5, 5, 31, 21, 11, 1], backend.Batches);
        Assert.Equal(Many(30).Select(invoice => invoice.Number), read.Select(invoice => invoice.Number));
        Assert.Equal([50, 100, 50, 100, 200], time.Delays.Select(delay => delay.TotalMilliseconds));
    }

    [Fact]
    public async Task Delays_are_shortened_by_chance_to_no_less_than_half()
    {
        var time = new ImmediateTime();
        var chance = new Queue<double>([0, 0.5, 1]);
        RetailTable retail = await OpenAsync(new BusyBackend(doneAtOnce: 0), time, attempts: 4, chance.Dequeue);

        await retail.Batch().Put(Many(1)).WriteAsync();

        Assert.Equal([25, 75, 200], time.Delays.Select(delay => delay.TotalMilliseconds));
    }

    [Fact]
    public async Task What_stays_undone_is_told()
    {
        var backend = new BusyBackend(doneAtOnce: 0);
        var time = new ImmediateTime();
        RetailTable retail = await OpenAsync(backend, time, attempts: 3);

        BatchResult result = await retail.Batch().Put(Many(2)).Delete(new CustomerKey("7")).WriteAsync();
        var error = await Assert.ThrowsAsync<ThrottledException>(async () => await retail.Invoices.GetManyAsync([new("1", Invoices.Date, "1")]));

        Assert.Equal(0, result.WrittenCount);
        Assert.Equal(
            [
                "Invoice PK = \"CUSTOMER#1\", SK = \"INVOICE#2010-12-01T08:26:00#1\" True",
                "Invoice PK = \"CUSTOMER#1\", SK = \"INVOICE#2010-12-01T08:26:00#2\" True",
                "Customer PK = \"CUSTOMER#7\", SK = \"PROFILE\" False",
            ],
            result.Remaining.Select(rest => $"{rest.EntityName} {rest.Key} {rest.Entity is Invoice}"));
        Assert.Equal([3, 3, 3, 1, 1, 1], backend.Batches);
        Assert.Equal("1 of 1 Invoice could not be read in 3 attempts.", error.Message);
    }

    [Fact]
    public async Task A_throttled_request_has_an_exception_of_its_own()
    {
        RetailTable retail = await OpenAsync(new BusyBackend(doneAtOnce: 0), new ImmediateTime());

        var error = await Assert.ThrowsAsync<ThrottledException>(async () => await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1")));

        Assert.Equal("Invoice with PK = \"CUSTOMER#1\", SK = \"INVOICE#2010-12-01T08:26:00#1\": the backend has no capacity now. Too busy.", error.Message);
    }

    [Fact]
    public async Task No_entity_is_in_a_batch_twice()
    {
        var retail = new RetailTable();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await retail.Batch().Put(Many(1)).Put(Many(1)).WriteAsync());

        Assert.Equal("The batch has Invoice with PK = \"CUSTOMER#1\", SK = \"INVOICE#2010-12-01T08:26:00#1\" twice.", error.Message);
    }

    [Fact]
    public async Task An_entity_that_cannot_be_stored_keeps_the_whole_batch_from_being_sent()
    {
        var retail = new RetailTable();
        Batch<RetailTable> batch = retail.Batch().Put(Many(30))
            .Put(Invoices.Of("1", Invoices.Date, "31") with { Lines = [new InvoiceLine { StockCode = "\ud800", Quantity = 1 }] });

        EntityMappingException error = await Assert.ThrowsAsync<EntityMappingException>(async () => await batch.WriteAsync());

        Assert.Equal(("Invoice", "Lines[0].StockCode"), (error.EntityName, error.Path));
        Assert.Empty(await retail.Invoices.ByCustomer("1").ToListAsync());
    }

    [Fact]
    public async Task An_entity_that_cannot_be_stored_keeps_a_transaction_from_being_sent()
    {
        var retail = new RetailTable();
        Transaction<RetailTable> transaction = retail.Transact().Put(Many(1).Single())
            .Put(Invoices.Of("1", Invoices.Date, "2") with { Lines = [new InvoiceLine { StockCode = "\ud800", Quantity = 1 }] });

        EntityMappingException error = await Assert.ThrowsAsync<EntityMappingException>(async () => await transaction.CommitAsync());

        Assert.Equal(("Invoice", "Lines[0].StockCode"), (error.EntityName, error.Path));
        Assert.Empty(await retail.Invoices.ByCustomer("1").ToListAsync());
    }

    [Fact]
    public void Options_are_checked_when_a_table_is_made_of_them()
    {
        var backend = new BusyBackend(0);

        Assert.Throws<ArgumentException>(() => new RetailTable(backend, new TableOptions { BatchAttemptsMax = 0 }));
        Assert.Throws<ArgumentException>(() => new RetailTable(backend, new TableOptions { BatchDelay = TimeSpan.FromSeconds(11) }));
    }

    [Fact]
    public async Task A_backend_that_sends_again_itself_is_asked_once()
    {
        var backend = new BusyBackend(doneAtOnce: 0, retriesUnprocessed: true);
        var time = new ImmediateTime();
        RetailTable retail = await OpenAsync(backend, time);

        BatchResult result = await retail.Batch().Put(Many(2)).WriteAsync();
        var error = await Assert.ThrowsAsync<ThrottledException>(async () => await retail.Invoices.GetManyAsync([new("1", Invoices.Date, "1")]));

        Assert.Equal(2, result.Remaining.Count);
        Assert.Equal([2, 1], backend.Batches);
        Assert.Empty(time.Delays);
        Assert.Equal("1 of 1 Invoice could not be read in 1 attempt.", error.Message);
    }

    private static IEnumerable<Invoice> Many(int count) =>
        Enumerable.Range(1, count).Select(number => Invoices.Of("1", Invoices.Date, Invoices.Number(number)));

    private static async Task<RetailTable> OpenAsync(BusyBackend backend, TimeProvider time, int attempts = 8, Func<double>? jitter = null)
    {
        await backend.CreateTableAsync(RetailTable.Schema);
        return new RetailTable(backend, new TableOptions { TimeProvider = time, BatchAttemptsMax = attempts, BatchJitter = jitter ?? (() => 1) });
    }
}
