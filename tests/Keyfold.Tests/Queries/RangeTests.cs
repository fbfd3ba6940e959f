using Keyfold.Tests.Model;

namespace Keyfold.Tests.Queries;

/// <summary>Ranges cover every key that continues a bound, and nothing else that is in the partition.</summary>
public sealed class RangeTests
{
    [Fact]
    public async Task Ranges_of_times_include_or_exclude_their_bounds()
    {
        RetailTable retail = await TableAsync();
        InvoicesByCustomer invoices = retail.Invoices.ByCustomer("17850");
        DateTime second = Invoices.Date.AddDays(1);
        DateTime fourth = Invoices.Date.AddDays(3);

        Assert.Equal("1 2 2b 3 4 5", await Invoices.NumbersAsync(invoices));
        Assert.Equal("2 2b 3 4", await Invoices.NumbersAsync(invoices.DateBetween(second, fourth)));
        Assert.Equal("2 2b 3 4 5", await Invoices.NumbersAsync(invoices.DateFrom(second)));
        Assert.Equal("3 4 5", await Invoices.NumbersAsync(invoices.DateAfter(second)));
        Assert.Equal("1 2 2b", await Invoices.NumbersAsync(invoices.DateUntil(second)));
        Assert.Equal("1", await Invoices.NumbersAsync(invoices.DateBefore(second)));
        Assert.Equal("2 2b", await Invoices.NumbersAsync(invoices.DateIs(second)));
        Assert.Equal("5 4 3 2b 2 1", await Invoices.NumbersAsync(invoices.Descending()));
    }

    [Fact]
    public async Task A_bound_finer_than_the_format_lies_between_two_keys()
    {
        RetailTable retail = await TableAsync();
        InvoicesByCustomer invoices = retail.Invoices.ByCustomer("17850");
        DateTime justAfterSecond = Invoices.Date.AddDays(1).AddTicks(1);

        Assert.Equal("3 4 5", await Invoices.NumbersAsync(invoices.DateFrom(justAfterSecond)));
        Assert.Equal("3 4 5", await Invoices.NumbersAsync(invoices.DateAfter(justAfterSecond)));
        Assert.Equal("1 2 2b", await Invoices.NumbersAsync(invoices.DateUntil(justAfterSecond)));
        Assert.Equal("1 2 2b", await Invoices.NumbersAsync(invoices.DateBefore(justAfterSecond)));
        Assert.Equal("3", await Invoices.NumbersAsync(invoices.DateBetween(justAfterSecond, Invoices.Date.AddDays(2))));
        Assert.Equal("", await Invoices.NumbersAsync(invoices.DateBetween(justAfterSecond, justAfterSecond)));
        Assert.Throws<KeyException>(() => invoices.DateIs(justAfterSecond));
    }

    [Fact]
    public async Task The_next_part_is_narrowed_behind_the_one_before()
    {
        RetailTable retail = await TableAsync();
        InvoicesByCustomerAndDate second = retail.Invoices.ByCustomer("17850").DateIs(Invoices.Date.AddDays(1));

        Assert.Equal("2b", await Invoices.NumbersAsync(second.NumberIs("2b")));
        Assert.Equal("2 2b", await Invoices.NumbersAsync(second.NumberBeginsWith("2")));
        Assert.Equal("2b", await Invoices.NumbersAsync(second.NumberAfter("2")));
        Assert.Equal("2", await Invoices.NumbersAsync(second.NumberBefore("2b")));
        Assert.Equal("2 2b", await Invoices.NumbersAsync(second.NumberBetween("2", "2b")));
    }

    [Fact]
    public async Task A_sort_key_without_constant_text_has_open_ends()
    {
        var retail = new RetailTable();
        foreach (string number in (string[])["a", "ab", "b", "c"])
        {
            await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, number) with { Channel = SalesChannel.Store, Region = "EU" });
        }

        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "web") with { Channel = SalesChannel.Web, Region = "EU" });
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "nowhere") with { Channel = SalesChannel.Store, Region = null });
        InvoicesByChannel store = retail.Invoices.ByChannel(SalesChannel.Store, "EU");

        Assert.Equal("a ab b c", await Invoices.NumbersAsync(store));
        Assert.Equal("ab b c", await Invoices.NumbersAsync(store.NumberFrom("ab")));
        Assert.Equal("b c", await Invoices.NumbersAsync(store.NumberAfter("ab")));
        Assert.Equal("a ab", await Invoices.NumbersAsync(store.NumberUntil("ab")));
        Assert.Equal("a ab", await Invoices.NumbersAsync(store.NumberBefore("b")));
        Assert.Equal("a ab", await Invoices.NumbersAsync(store.NumberBeginsWith("a")));
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_is_a_mistake()
    {
        var error = Assert.Throws<ArgumentException>(() => new RetailTable().Invoices.ByCustomer("1").DateBetween(Invoices.Date.AddDays(1), Invoices.Date));

        Assert.Equal(
            "The range of Date ends before it begins: its bounds are \"INVOICE#2010-12-02T08:26:00\" and \"INVOICE#2010-12-01T08:26:00\". (Parameter 'upper')",
            error.Message);
    }

    [Fact]
    public async Task Several_key_attributes_are_narrowed_from_the_left()
    {
        var catalog = new CatalogTable();
        foreach ((string category, decimal price) in ((string, decimal)[])[("cups", 5), ("cups", 10), ("cups", -1), ("plates", 7)])
        {
            await catalog.Products.PutAsync(new Product { Id = Guid.NewGuid(), Supplier = "Acme", Warehouse = 1, Category = category, Price = price });
        }

        await catalog.Products.PutAsync(new Product { Id = Guid.NewGuid(), Supplier = "Acme", Warehouse = 2, Category = "cups", Price = 5 });

        Assert.Equal("-1 5 10 7", await PricesAsync(catalog.Products.BySupplier("Acme", 1)));
        Assert.Equal("-1 5 10", await PricesAsync(catalog.Products.BySupplier("Acme", 1).CategoryIs("cups")));
        Assert.Equal("5 10", await PricesAsync(catalog.Products.BySupplier("Acme", 1).CategoryIs("cups").PriceFrom(5)));
        Assert.Equal("5", await PricesAsync(catalog.Products.BySupplier("Acme", 1).CategoryIs("cups").PriceBetween(0, 9.99m)));
        Assert.Equal("7", await PricesAsync(catalog.Products.BySupplier("Acme", 1).CategoryBeginsWith("pl")));
    }

    [Fact]
    public async Task An_index_of_keys_leads_to_whole_entities()
    {
        var catalog = new CatalogTable();
        for (int weight = 1; weight <= 120; weight++)
        {
            var product = new Product { Id = Guid.NewGuid(), Kind = "cup", Weight = weight };
            product.Rename(Invoices.Number(weight));
            await catalog.Products.PutAsync(product);
        }

        List<Product> heavy = await catalog.Products.ByKind("cup").WeightFrom(5).ToListAsync();
        List<Product> lightest = await catalog.Products.ByKind("cup").Take(2).ToListAsync();

        Assert.Equal(Enumerable.Range(5, 116).Select(Invoices.Number), heavy.Select(product => product.Name));
        Assert.Equal(["1", "2"], lightest.Select(product => product.Name));
        Assert.Equal(120, await catalog.Products.ByKind("cup").CountAsync());
    }

    private static async Task<string> PricesAsync(Query<Product, ProductFields> query) =>
        string.Join(' ', (await query.ToListAsync()).Select(product => product.Price!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Five invoices, one a day, two on the second day; and what else is in the partition or next to it.</summary>
    private static async Task<RetailTable> TableAsync()
    {
        RetailTable retail = await Invoices.TableAsync(5);
        await retail.Invoices.PutAsync(Invoices.Of("17850", Invoices.Date.AddDays(1), "2b"));
        await retail.Invoices.PutAsync(Invoices.Of("1785", Invoices.Date, "elsewhere"));
        await retail.Customers.PutAsync(new Customer { Id = "17850", Country = "France" });
        return retail;
    }
}
