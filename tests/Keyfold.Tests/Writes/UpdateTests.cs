using Keyfold.Tests.Model;

namespace Keyfold.Tests.Writes;

/// <summary>What updates change, and what follows from it.</summary>
public sealed class UpdateTests
{
    private readonly RetailTable _retail = new();

    [Fact]
    public async Task Every_kind_of_change()
    {
        await _retail.Customers.PutAsync(
            new Customer { Id = "1", Country = "France", Address = new Address("Rue 1", "Paris"), Tags = new HashSet<string> { "a", "b" } });
        await _retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1") with { Payments = 1, Region = "EU", Lines = [Line("b", 1)] });

        Customer customer = await _retail.Customers.Update("1")
            .Set(c => c.Address.City, "Lyon").Add(c => c.Tags, "c", "d").ApplyAndGetAsync();
        Customer fewer = await _retail.Customers.Update("1").DeleteFrom(c => c.Tags, "a", "d", "z").ApplyAndGetAsync();
        Customer none = await _retail.Customers.Update("1").DeleteFrom(c => c.Tags, "b", "c").Remove(c => c.Address).ApplyAndGetAsync();
        Invoice invoice = await _retail.Invoices.Update("1", Invoices.Date, "1")
            .Set(i => i.Status, InvoiceStatus.Paid)
            .SetIfNotExists(i => i.Total, 99m)
            .Add(i => i.Payments, 2)
            .Append(i => i.Lines, Line("c", 2), Line("d", 3))
            .ApplyAndGetAsync();
        Invoice lines = await _retail.Invoices.Update("1", Invoices.Date, "1").Prepend(i => i.Lines, Line("a", 0)).Set(i => i.Payments, 10).ApplyAndGetAsync();
        Invoice line = await _retail.Invoices.Update("1", Invoices.Date, "1").Set(i => i.Lines[1].Quantity, 7).Remove(i => i.Lines[0]).ApplyAndGetAsync();

        Assert.Equal((new Address("Rue 1", "Lyon"), 2), (customer.Address, customer.Version));
        Assert.Equal(["a", "b", "c", "d"], customer.Tags.Order());
        Assert.Equal(["b", "c"], fewer.Tags.Order());
        Assert.Empty(none.Tags);
        Assert.Null(none.Address);
        Assert.Equal(4, none.Version);
        Assert.Equal((InvoiceStatus.Paid, 15.3m, 3), (invoice.Status, invoice.Total, invoice.Payments));
        Assert.Equal(["a", "b", "c", "d"], lines.Lines.Select(item => item.StockCode));
        Assert.Equal([("b", 7), ("c", 2), ("d", 3)], line.Lines.Select(item => (item.StockCode, item.Quantity)));
    }

    [Fact]
    public async Task A_missing_entity_is_not_half_made()
    {
        var error = await Assert.ThrowsAsync<ConditionFailedException<Invoice>>(
            async () => await _retail.Invoices.Update("1", Invoices.Date, "1").Add(i => i.Payments, 1).ApplyAsync());

        Assert.False(error.ItemExists);
        Assert.Equal("There is no Invoice with PK = \"CUSTOMER#1\", SK = \"INVOICE#2010-12-01T08:26:00#1\", and the write requires one.", error.Message);
        Assert.Equal(0, await _retail.Invoices.ByCustomer("1").CountAsync());
    }

    [Fact]
    public async Task OrCreate_makes_a_whole_one_and_updates_it_the_next_time()
    {
        for (int i = 0; i < 2; i++)
        {
            await _retail.Invoices.Update("1", Invoices.Date, "1").Add(invoice => invoice.Total, 10m).Add(invoice => invoice.Payments, 1).OrCreate().ApplyAsync();
        }

        await _retail.Customers.Update("2").Set(c => c.Country, "France").OrCreate().ApplyAsync();

        Invoice made = (await _retail.Invoices.ByCustomer("1").FirstOrDefaultAsync())!;
        Assert.Equal(("1", Invoices.Date, "1", 20m, 2), (made.CustomerId, made.Date, made.Number, made.Total, made.Payments));
        Customer customer = Assert.Single(await _retail.Customers.ByCountry("France").ToListAsync());
        Assert.Equal(("2", 1), (customer.Id, customer.Version));
    }

    [Fact]
    public async Task OrCreate_does_not_make_one_without_a_required_property()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await _retail.Invoices.Update("1", Invoices.Date, "1").Add(i => i.Payments, 1).OrCreate().ApplyAsync());

        Assert.Equal("OrCreate of Invoice could leave out its required property Total. Set it, or SetIfNotExists.", error.Message);
    }

    [Fact]
    public async Task Keys_of_indexes_follow_their_properties()
    {
        await _retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });
        await _retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1") with { Channel = SalesChannel.Web, Region = "EU" });

        await _retail.Customers.Update("1").Set(c => c.Country, "Spain").ApplyAsync();
        await _retail.Invoices.Update("1", Invoices.Date, "1").Set(i => i.Channel, SalesChannel.Store).Set(i => i.Region, "US").ApplyAsync();

        Assert.Empty(await _retail.Customers.ByCountry("France").ToListAsync());
        Assert.Single(await _retail.Customers.ByCountry("Spain").ToListAsync());
        Assert.Empty(await _retail.Invoices.ByChannel(SalesChannel.Web, "EU").ToListAsync());
        Assert.Single(await _retail.Invoices.ByChannel(SalesChannel.Store, "US").ToListAsync());

        await _retail.Invoices.Update("1", Invoices.Date, "1").Remove(i => i.Region).ApplyAsync();
        Assert.Empty(await _retail.Invoices.ByChannel(SalesChannel.Store, "US").ToListAsync());
        Assert.Null((await _retail.Invoices.GetAsync("1", Invoices.Date, "1"))!.Region);

        await _retail.Invoices.Update("1", Invoices.Date, "1").Set(i => i.Channel, SalesChannel.Store).Set(i => i.Region, "EU").ApplyAsync();
        Assert.Single(await _retail.Invoices.ByChannel(SalesChannel.Store, "EU").ToListAsync());
    }

    [Fact]
    public async Task A_key_of_an_index_is_not_changed_in_a_part_only()
    {
        await _retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1") with { Region = "EU" });

        var part = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await _retail.Invoices.Update("1", Invoices.Date, "1").Set(i => i.Region, "US").ApplyAsync());
        var unknown = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await _retail.Invoices.Update("1", Invoices.Date, "1").Set(i => i.Channel, SalesChannel.Store).SetIfNotExists(i => i.Region, "US").ApplyAsync());

        Assert.Equal("The update of Invoice changes a part of the key GSI1PK = \"CHANNEL#{Channel}#{Region}\" but not Channel. Set all its parts together.", part.Message);
        Assert.Equal(
            "The update of Invoice changes Region by SetIfNotExists, but it is a part of the key GSI1PK = \"CHANNEL#{Channel}#{Region}\", which has to be known. Set it.",
            unknown.Message);
    }

    [Fact]
    public async Task An_update_changes_something()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await _retail.Customers.Update("1").When(c => c.Country == "x").ApplyAsync());

        Assert.Equal("The update of Customer changes nothing: call Set, Add, Remove or another of its kind first.", error.Message);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_refused_and_changes_nothing()
    {
        await _retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });

        var error = await Assert.ThrowsAsync<RequestRejectedException>(
            async () => await _retail.Customers.Update("1").Set(c => c.Address.City, "Lyon").ApplyAsync());

        Assert.Equal(
            "Customer with PK = \"CUSTOMER#1\", SK = \"PROFILE\" was refused: The document path provided in the update expression is invalid for update", error.Message);
        Assert.Equal(1, (await _retail.Customers.GetAsync("1"))!.Version);
    }

    [Fact]
    public void A_value_that_cannot_be_stored_names_its_property()
    {
        var error = Assert.Throws<EntityMappingException>(() => _retail.Customers.Update("1").Set(c => c.Address.City, null!));

        Assert.Equal(
            "Customer.Address.City of the entity with PK = \"CUSTOMER#1\", SK = \"PROFILE\" cannot be updated: it is null, which its type does not allow. Set it, or make its type nullable.",
            error.Message);
        Assert.Equal(("Customer", "Address.City", "PK = \"CUSTOMER#1\", SK = \"PROFILE\""), (error.EntityName, error.Path, error.Key));
    }

    private static InvoiceLine Line(string stockCode, int quantity) => new() { StockCode = stockCode, Quantity = quantity };
}
