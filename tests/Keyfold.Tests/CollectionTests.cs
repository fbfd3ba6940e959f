using Keyfold.Engine;
using Keyfold.Items;
using Keyfold.Storage;
using Keyfold.Tests.Backends;
using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>Item collections show everything that is in their partition.</summary>
public sealed class CollectionTests
{
    [Fact]
    public async Task What_no_entity_of_the_collection_is_stays_visible()
    {
        var engine = new EmbeddedEngine();
        var retail = new RetailTable(engine);
        await retail.CreateIfNotExistsAsync();
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1"));
        Item newer = [("PK", "CUSTOMER#1"), ("SK", "LOYALTY#1"), ("_type", "Loyalty"), ("Points", 12)];
        Item foreign = [("PK", "CUSTOMER#1"), ("SK", "other")];
        await engine.PutItemAsync(new PutItemRequest { TableName = "retail", Item = ItemCodec.Encode(newer, ItemEncoding.Binary) });
        await engine.PutItemAsync(new PutItemRequest { TableName = "retail", Item = ItemCodec.Encode(foreign, ItemEncoding.Binary) });

        CustomerHistory history = await retail.CustomerHistory("1").ToCollectionAsync();

        Assert.Null(history.Customer);
        Assert.Equal(["1"], history.Invoices.Select(invoice => invoice.Number));
        Assert.Equal([new UnrecognizedItem("Loyalty", newer), new UnrecognizedItem(null, foreign)], history.Unrecognized);
    }

    [Fact]
    public async Task A_query_for_one_entity_passes_over_the_others_but_not_over_an_unknown_one()
    {
        var engine = new EmbeddedEngine();
        var retail = new RetailTable(engine);
        await retail.CreateIfNotExistsAsync();
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1"));

        // a customer's item that lies where invoices are
        await PutTypeAsync(engine, "Customer");
        Assert.Equal("1", await Invoices.NumbersAsync(retail.Invoices.ByCustomer("1")));
        Assert.Equal(1, await retail.Invoices.ByCustomer("1").CountAsync());

        await PutTypeAsync(engine, "Loyalty");
        var error = await Assert.ThrowsAsync<EntityMappingException>(async () => await retail.Invoices.ByCustomer("1").ToListAsync());
        Assert.Equal(
            "The item with PK = \"CUSTOMER#1\", SK = \"INVOICE#x\" does not fit Invoice._type: it says that the item is of the entity \"Loyalty\". The item has {S:Loyalty} there.",
            error.Message);
    }

    [Fact]
    public async Task A_collection_of_several_pages_is_whole_in_either_order()
    {
        var retail = new RetailTable();
        string large = new('x', 300_000);
        for (int number = 1; number <= 6; number++)
        {
            await retail.Invoices.PutAsync(
                Invoices.Of("1", Invoices.Date, Invoices.Number(number)) with { Lines = [new InvoiceLine { StockCode = large, Quantity = 1 }] });
        }

        await retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });

        CustomerHistory ascending = await retail.CustomerHistory("1").Consistent().ToCollectionAsync();
        CustomerHistory descending = await retail.CustomerHistory("1").Descending().ToCollectionAsync();

        Assert.Equal(["1", "2", "3", "4", "5", "6"], ascending.Invoices.Select(invoice => invoice.Number));
        Assert.Equal(["6", "5", "4", "3", "2", "1"], descending.Invoices.Select(invoice => invoice.Number));
        Assert.Equal("France", descending.Customer!.Country);
    }

    [Fact]
    public async Task It_works_over_json()
    {
        RetailTable retail = JsonTables.Retail();
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1"));
        await retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });

        CustomerHistory history = await retail.CustomerHistory("1").ToCollectionAsync();

        Assert.Equal(("France", 1, 0), (history.Customer!.Country, history.Invoices.Count, history.Unrecognized.Count));
    }

    private static async Task PutTypeAsync(EmbeddedEngine engine, string type) => await engine.PutItemAsync(new PutItemRequest
    {
        TableName = "retail",
        Item = ItemCodec.Encode([("PK", "CUSTOMER#1"), ("SK", "INVOICE#x"), ("_type", type)], ItemEncoding.Binary),
    });
}
