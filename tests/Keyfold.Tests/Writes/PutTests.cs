using Keyfold.Tests.Model;

namespace Keyfold.Tests.Writes;

/// <summary>What a put does about an item that is there, with and without versions.</summary>
public sealed class PutTests
{
    private readonly RetailTable _retail = new();

    [Fact]
    public async Task Versions_count_up_and_a_stale_one_loses()
    {
        Customer first = await _retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });
        Customer second = await _retail.Customers.PutAsync(first with { Country = "Spain" });

        var error = await Assert.ThrowsAsync<ConditionFailedException<Customer>>(
            async () => await _retail.Customers.PutAsync(first with { Country = "Italy" }));

        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(("Spain", 2), (error.Existing!.Country, error.Existing.Version));
        Assert.Equal(("Customer", "PK = \"CUSTOMER#1\", SK = \"PROFILE\""), (error.EntityName, error.Key));
        Assert.Equal("Customer with PK = \"CUSTOMER#1\", SK = \"PROFILE\" is not as the write requires; the exception's Existing is as it is.", error.Message);
        Assert.Equal("Spain", (await _retail.Customers.GetAsync("1"))!.Country);
    }

    [Fact]
    public async Task Version_0_means_that_there_is_none_yet()
    {
        await _retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });

        await Assert.ThrowsAsync<ConditionFailedException<Customer>>(
            async () => await _retail.Customers.PutAsync(new Customer { Id = "1", Country = "Spain" }));
    }

    [Fact]
    public async Task A_version_that_is_no_more_finds_nothing()
    {
        Customer stored = await _retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });
        await _retail.Customers.DeleteAsync("1");

        var error = await Assert.ThrowsAsync<ConditionFailedException<Customer>>(async () => await _retail.Customers.PutAsync(stored));

        Assert.False(error.ItemExists);
        Assert.Null(error.Existing);
        Assert.Equal("There is no Customer with PK = \"CUSTOMER#1\", SK = \"PROFILE\", and the write requires one.", error.Message);
    }

    [Fact]
    public async Task Replace_asks_for_nothing_and_CreateOnly_for_nothing_there()
    {
        Invoice invoice = Invoices.Of("1", Invoices.Date, "1");
        await _retail.Invoices.PutAsync(invoice);
        await _retail.Invoices.PutAsync(invoice with { Total = 1 });
        await Assert.ThrowsAsync<ConditionFailedException<Invoice>>(async () => await _retail.Invoices.PutAsync(invoice, PutMode.CreateOnly));
        await _retail.Customers.PutAsync(new Customer { Id = "1", Country = "France", Version = 7 }, PutMode.Replace);

        Assert.Equal(1, (await _retail.Invoices.GetAsync("1", Invoices.Date, "1"))!.Total);
        Assert.Equal(8, (await _retail.Customers.GetAsync("1"))!.Version);
    }

    [Fact]
    public async Task IfVersion_needs_a_version()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await _retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1"), PutMode.IfVersion));

        Assert.Equal("Invoice has no property with [Version]: PutMode.IfVersion has nothing to compare.", error.Message);
    }

    [Fact]
    public async Task When_stands_beside_the_mode()
    {
        Invoice invoice = Invoices.Of("1", Invoices.Date, "1");
        await _retail.Invoices.PutAsync(invoice);

        await _retail.Invoices.Put(invoice with { Total = 20 }).When(i => i.Total == 15.3m).ApplyAsync();
        var error = await Assert.ThrowsAsync<ConditionFailedException<Invoice>>(
            async () => await _retail.Invoices.Put(invoice with { Total = 30 }).When(i => i.Total == 15.3m).ApplyAsync());

        Assert.Equal(20, error.Existing!.Total);
    }

    [Fact]
    public async Task Delete_gives_what_was_there_and_asks_if_told_to()
    {
        Invoice invoice = Invoices.Of("1", Invoices.Date, "1");
        await _retail.Invoices.PutAsync(invoice);

        await Assert.ThrowsAsync<ConditionFailedException<Invoice>>(
            async () => await _retail.Invoices.Delete("1", Invoices.Date, "1").When(i => i.Status == InvoiceStatus.Paid).ApplyAsync());
        Invoice? deleted = await _retail.Invoices.Delete("1", Invoices.Date, "1").When(i => i.Status == InvoiceStatus.Open).ApplyAndGetAsync();

        Assert.Equal("1", deleted!.Number);
        Assert.Null(await _retail.Invoices.Delete("1", Invoices.Date, "1").ApplyAndGetAsync());
        await _retail.Invoices.DeleteAsync("1", Invoices.Date, "1");
        Assert.Null(await _retail.Invoices.GetAsync("1", Invoices.Date, "1"));
    }

    [Fact]
    public async Task Of_many_conditional_price_changes_at_once_one_wins()
    {
        Invoice invoice = Invoices.Of("1", Invoices.Date, "1");
        await _retail.Invoices.PutAsync(invoice);

        int won = 0;
        await Parallel.ForAsync(1, 33, async (price, cancellationToken) =>
        {
            try
            {
                await _retail.Invoices.Update("1", Invoices.Date, "1").Set(i => i.Total, price).When(i => i.Total == 15.3m).ApplyAsync(cancellationToken);
                Interlocked.Increment(ref won);
            }
            catch (ConditionFailedException<Invoice> error)
            {
                Assert.InRange(error.Existing!.Total, 1, 32);
            }
        });

        Assert.Equal(1, won);
    }

    [Fact]
    public async Task Of_many_versioned_puts_at_once_none_is_lost()
    {
        await _retail.Customers.PutAsync(new Customer { Id = "1", Country = "0" });
        await Parallel.ForAsync(0, 32, async (_, cancellationToken) =>
        {
            while (true)
            {
                Customer read = (await _retail.Customers.GetAsync("1", consistent: true, cancellationToken))!;
                try
                {
                    int count = int.Parse(read.Country, System.Globalization.CultureInfo.InvariantCulture);
                    await _retail.Customers.PutAsync(read with { Country = Invoices.Number(count + 1) }, cancellationToken: cancellationToken);
                    return;
                }
                catch (ConditionFailedException<Customer>)
                {
                    // another was faster: read again
                }
            }
        });

        Customer last = (await _retail.Customers.GetAsync("1"))!;
        Assert.Equal(("32", 33), (last.Country, last.Version));
    }
}
