using Keyfold.Engine;
using Keyfold.Items;
using Keyfold.Storage;
using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>Bad input gives an error that names entity, property and key, and leaves nothing half written.</summary>
public sealed class BadInputTests
{
    private const string Key = "PK = \"CUSTOMER#1\", SK = \"INVOICE#2010-12-01T08:26:00#1\"";

    private readonly EmbeddedEngine _engine = new();
    private readonly RetailTable _retail;
    private readonly Invoice _invoice = Invoices.Of("1", Invoices.Date, "1");

    public BadInputTests()
    {
        _retail = new RetailTable(_engine);
        _retail.CreateIfNotExistsAsync().AsTask().GetAwaiter().GetResult();
    }

    [Fact]
    public async Task An_item_over_400_KB() => await RefusesAsync<RequestRejectedException>(
        $"Invoice with {Key} was refused: Item size has exceeded the maximum allowed size",
        _invoice with { Region = new string('x', 1000), Lines = [.. Enumerable.Range(0, 10).Select(_ => new InvoiceLine { StockCode = new string('x', 41_000), Quantity = 1 })] });

    [Fact]
    public async Task A_key_over_its_limit() => await RefusesAsync<KeyException>(
        "The key SK = \"INVOICE#{Date:yyyy-MM-ddTHH:mm:ss}#{Number}\" of Invoice has 1028 bytes, and may have at most 1024.",
        _invoice with { Number = new string('x', 1000) });

    [Fact]
    public async Task An_empty_key_string() => await RefusesAsync<KeyException>(
        "Invoice.CustomerId cannot be part of the key PK = \"CUSTOMER#{CustomerId}\": the value \"\" is empty. A key part has at least one character.",
        _invoice with { CustomerId = "" });

    [Fact]
    public async Task A_separator_in_a_key() => await RefusesAsync<KeyException>(
        "Customer.Country cannot be part of the key GSI1PK = \"COUNTRY#{Country}\": the value \"\uDBFF\uDFFF\" contains U+10FFFF, which Keyfold keeps for the ends of ranges.",
        new Customer { Id = "1", Country = "\uDBFF\uDFFF" });

    [Fact]
    public async Task A_null_in_a_required_property() => await RefusesAsync<EntityMappingException>(
        $"Invoice.Lines[1].StockCode of the entity with {Key} cannot be stored: it is null, which its type does not allow. Set it, or make its type nullable.",
        _invoice with { Lines = [new InvoiceLine { StockCode = "a", Quantity = 1 }, new InvoiceLine { StockCode = null!, Quantity = 1 }] });

    [Fact]
    public async Task A_null_element() => await RefusesAsync<EntityMappingException>(
        $"Invoice.Lines[0] of the entity with {Key} cannot be stored: it is null, which its type does not allow. Set it, or make its type nullable.",
        _invoice with { Lines = [null!] });

    [Fact]
    public async Task An_unknown_enum_value() => await RefusesAsync<EntityMappingException>(
        $"Invoice.Status of the entity with {Key} cannot be stored: it is 9, which is no member of InvoiceStatus. Add the member, or store the enum with Storage = AttributeStorage.Number.",
        _invoice with { Status = (InvoiceStatus)9 });

    [Fact]
    public async Task A_text_that_is_no_Unicode() => await RefusesAsync<EntityMappingException>(
        "Customer.Address.City of the entity with PK = \"CUSTOMER#1\", SK = \"PROFILE\" cannot be stored: it is not valid Unicode: a surrogate has no pair.",
        new Customer { Id = "1", Country = "France", Address = new Address("1", "\uD800") });

    [Fact]
    public async Task A_number_out_of_range_or_a_set_with_duplicates()
    {
        var everything = new EverythingTable();

        var number = await Assert.ThrowsAsync<EntityMappingException>(
            async () => await everything.All.PutAsync(new Everything { Id = Guid.Empty, Double = double.MaxValue }));
        var set = await Assert.ThrowsAsync<EntityMappingException>(
            async () => await everything.All.PutAsync(
                new Everything { Id = Guid.Empty, StringSet = new HashSet<string>(ReferenceEqualityComparer<string>()) { "a", new string('a', 1) } }));

        Assert.Equal(
            "Everything.Double of the entity with Id = \"00000000-0000-0000-0000-000000000000\" cannot be stored: it is 1.7976931348623157E+308, which is no number of DynamoDB's: its magnitude is 1E+126 or more.",
            number.Message);
        Assert.Equal(
            "Everything.StringSet of the entity with Id = \"00000000-0000-0000-0000-000000000000\" cannot be stored: it is refused. A set contains a member twice at 'StringSet': [a, a]",
            set.Message);
        Assert.Null(await everything.All.GetAsync(Guid.Empty));
    }

    [Fact]
    public async Task A_number_out_of_range_in_an_update()
    {
        var everything = new EverythingTable();
        await everything.All.PutAsync(new Everything { Id = Guid.Empty, Double = 1 });

        var error = Assert.Throws<EntityMappingException>(() => everything.All.Update(Guid.Empty).Set(e => e.Int, 5).Set(e => e.Double, double.NaN));

        Assert.Equal(
            "Everything.Double of the entity with Id = \"00000000-0000-0000-0000-000000000000\" cannot be updated: it is NaN, which is no number of DynamoDB's: it is not finite.",
            error.Message);
        Assert.Equal((0, 1d), await everything.All.GetAsync(Guid.Empty) is { } read ? (read.Int, read.Double) : default);
    }

    [Fact]
    public async Task An_item_that_grows_over_400_KB_in_an_update()
    {
        await _retail.Invoices.PutAsync(_invoice);

        var error = await Assert.ThrowsAsync<RequestRejectedException>(
            async () => await _retail.Invoices.Update("1", Invoices.Date, "1")
                .Set(i => i.Total, 1)
                .Set(i => i.Lines, [new InvoiceLine { StockCode = new string('x', 410_000), Quantity = 1 }])
                .ApplyAsync());

        Assert.Equal($"Invoice with {Key} was refused: Item size to update has exceeded the maximum allowed size", error.Message);
        Assert.Equal(_invoice.Total, (await _retail.Invoices.GetAsync("1", Invoices.Date, "1"))!.Total);
    }

    [Fact]
    public async Task An_empty_set_that_could_be_null()
    {
        var error = await Assert.ThrowsAsync<EntityMappingException>(
            async () => await new EverythingTable().All.PutAsync(new Everything { Id = Guid.Empty, NullableSet = [] }));

        Assert.Equal(
            "Everything.NullableSet of the entity with Id = \"00000000-0000-0000-0000-000000000000\" cannot be stored: it is an empty set, which DynamoDB does not have. Use null, or a property that cannot be null, whose empty set is left out.",
            error.Message);
    }

    [Fact]
    public async Task An_item_that_lacks_a_required_attribute() => await DoesNotFitAsync(
        "Total",
        stored: null,
        $"The item with {Key} does not fit Invoice.Total: it is not in the item, but required. Give the property a default, or make it nullable, if older items lack it.");

    [Fact]
    public async Task An_item_with_another_type() => await DoesNotFitAsync(
        "Total",
        stored: "15.3",
        $"The item with {Key} does not fit Invoice.Total: it has another type: expected N, found S. The item has {{S:15.3}} there.");

    [Fact]
    public async Task An_item_with_an_unknown_enum_name() => await DoesNotFitAsync(
        "Status",
        stored: "Shipped",
        $"The item with {Key} does not fit Invoice.Status: it is \"Shipped\" in the item, which is no InvoiceStatus. Expected: the name of a member. Add the member if the item is right. The item has {{S:Shipped}} there.");

    [Fact]
    public async Task An_item_with_a_number_that_does_not_fit() => await DoesNotFitAsync(
        "Lines",
        stored: AttributeValue.List(AttributeValue.Map([("StockCode", "a"), ("Quantity", 5_000_000_000)])),
        $"The item with {Key} does not fit Invoice.Lines[0].Quantity: it is 5000000000 in the item, which Int32 cannot hold exactly. Use a wider type. The item has {{N:5000000000}} there.");

    [Fact]
    public async Task An_item_of_another_entity() => await DoesNotFitAsync(
        "_type",
        stored: "Parcel",
        $"The item with {Key} does not fit Invoice._type: it says that the item is of the entity \"Parcel\". The item has {{S:Parcel}} there.");

    private async Task RefusesAsync<TException>(string message, Invoice invoice)
        where TException : KeyfoldException
    {
        var error = await Assert.ThrowsAsync<TException>(async () => await _retail.Invoices.PutAsync(invoice));
        Assert.Equal(message, error.Message);
        await Assert.ThrowsAnyAsync<KeyfoldException>(async () => await _retail.Transact().Put(_invoice with { Number = "2" }).Put(invoice).CommitAsync());
        Assert.Empty((await _engine.ScanAsync(new ScanRequest { TableName = "retail" })).Items!);
    }

    private async Task RefusesAsync<TException>(string message, Customer customer)
        where TException : KeyfoldException
    {
        var error = await Assert.ThrowsAsync<TException>(async () => await _retail.Customers.PutAsync(customer));
        Assert.Equal(message, error.Message);
        Assert.Empty((await _engine.ScanAsync(new ScanRequest { TableName = "retail" })).Items!);
    }

    private async Task DoesNotFitAsync(string attribute, AttributeValue? stored, string message)
    {
        await _retail.Invoices.PutAsync(_invoice with { Lines = [new InvoiceLine { StockCode = "a", Quantity = 1 }] });
        ScanResponse all = await _engine.ScanAsync(new ScanRequest { TableName = "retail" });
        Item item = ItemCodec.Decode(Assert.Single(all.Items!).Span, ItemEncoding.Binary);
        item = stored is { } value ? item.With(attribute, value) : item.Without(attribute);
        await _engine.PutItemAsync(new PutItemRequest { TableName = "retail", Item = ItemCodec.Encode(item, ItemEncoding.Binary) });

        var error = await Assert.ThrowsAsync<EntityMappingException>(async () => await _retail.Invoices.GetAsync("1", Invoices.Date, "1"));
        var queried = await Assert.ThrowsAsync<EntityMappingException>(async () => await _retail.Invoices.ByCustomer("1").ToListAsync());

        Assert.Equal(message, error.Message);
        Assert.Equal(message, queried.Message);
        Assert.Equal(("Invoice", Key), (error.EntityName, error.Key));
    }

    private static EqualityComparer<T> ReferenceEqualityComparer<T>()
        where T : class => EqualityComparer<T>.Create(ReferenceEquals, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode);
}
