using Keyfold.Tests.Backends;
using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>What a user writes, as the design has it.</summary>
public abstract class DesignSnippets(RetailTable retail)
{
    private static readonly DateTime Date = new(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc);

    private static readonly Customer Customer = new() { Id = "17850", Country = "United Kingdom", Address = new Address("High Street 1", "London") };

    [Fact]
    public async Task A_put_gives_the_customer_as_stored_and_a_get_an_equal_one()
    {
        Customer stored = await retail.Customers.PutAsync(Customer);
        Customer? read = await retail.Customers.GetAsync("17850");

        Assert.Equal(Customer with { Version = 1 }, stored);
        Assert.Equal(stored, read! with { Tags = stored.Tags });
        Assert.Null(await retail.Customers.GetAsync("17851"));
    }

    [Fact]
    public async Task A_query_takes_a_range_a_filter_and_an_order()
    {
        foreach (int day in (int[])[1, 2, 3, 4])
        {
            await retail.Invoices.PutAsync(Invoice(Date.AddDays(day), $"53636{day}") with { Total = day * 60m });
        }

        var found = new List<string>();
        await foreach (Invoice invoice in retail.Invoices.ByCustomer("17850").DateBetween(Date.AddDays(1), Date.AddDays(3))
            .Where(i => i.Total > 100m & i.Status == InvoiceStatus.Open).Descending())
        {
            found.Add(invoice.Number);
        }

        Assert.Equal(["536363", "536362"], found);
    }

    [Fact]
    public async Task An_update_sets_and_adds_on_a_condition()
    {
        await retail.Invoices.PutAsync(Invoice(Date, "536365"));

        await retail.Invoices.Update("17850", Date, "536365").Set(i => i.Status, InvoiceStatus.Paid).Add(i => i.Payments, 1)
            .When(i => i.Status == InvoiceStatus.Open).ApplyAsync();

        Invoice? paid = await retail.Invoices.GetAsync("17850", Date, "536365");
        Assert.Equal((InvoiceStatus.Paid, 1), (paid!.Status, paid.Payments));
    }

    [Fact]
    public async Task A_collection_reads_several_types_with_one_query()
    {
        await retail.Customers.PutAsync(Customer);
        await retail.Invoices.PutAsync(Invoice(Date, "536365"));
        await retail.Invoices.PutAsync(Invoice(Date.AddDays(1), "536366"));

        CustomerHistory history = await retail.CustomerHistory("17850").ToCollectionAsync();

        Assert.Equal("United Kingdom", history.Customer!.Country);
        Assert.Equal(["536365", "536366"], history.Invoices.Select(invoice => invoice.Number));
        Assert.Empty(history.Unrecognized);
    }

    [Fact]
    public async Task A_transaction_puts_updates_and_checks()
    {
        await retail.Customers.PutAsync(Customer);
        await retail.Invoices.PutAsync(Invoice(Date, "536365"));

        await retail.Transact()
            .Put(Invoice(Date, "536366"))
            .Update(retail.Invoices.Update("17850", Date, "536365").Set(i => i.Status, InvoiceStatus.Cancelled))
            .Check(retail.Customers.Check("17850", c => c.Country == "United Kingdom"))
            .CommitAsync();

        List<Invoice> invoices = await retail.Invoices.ByCustomer("17850").ToListAsync();
        Assert.Equal([("536365", InvoiceStatus.Cancelled), ("536366", InvoiceStatus.Open)], invoices.Select(i => (i.Number, i.Status)));
    }

    private static Invoice Invoice(DateTime date, string number) => new() { CustomerId = "17850", Date = date, Number = number, Total = 15.3m };
}

public sealed class DesignSnippetsOnTheEngine() : DesignSnippets(new RetailTable());

public sealed class DesignSnippetsOverJson() : DesignSnippets(JsonTables.Retail());
