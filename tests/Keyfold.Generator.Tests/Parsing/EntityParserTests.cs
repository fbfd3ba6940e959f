using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;

namespace Keyfold.Generator.Tests.Parsing;

public sealed class EntityParserTests
{
    private const string Retail = """
        namespace Shop;

        [Table("retail")]
        [GlobalSecondaryIndex("GSI1")]
        [Collection("CustomerHistory", typeof(Customer), typeof(Invoice))]
        public sealed partial class RetailTable;

        [Entity<RetailTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "CUSTOMER#{Id}", Name = "ByCountry")]
        public sealed partial record Customer
        {
            public required string Id { get; init; }
            public required string Country { get; init; }
            [Version] public long Version { get; init; }
        }

        public enum InvoiceStatus { Open, Paid }

        [Entity<RetailTable>("Invoice")]
        [PrimaryKey("CUSTOMER#{CustomerId}", "INVOICE#{Date:yyyy-MM-ddTHH:mm:ss}#{Number}", Name = "ByCustomer")]
        public sealed partial record Invoice
        {
            public required string CustomerId { get; init; }
            public required DateTime Date { get; init; }
            public required string Number { get; init; }
            public decimal Total { get; init; }
            public InvoiceStatus Status { get; init; }
            public List<InvoiceLine> Lines { get; init; } = [];
        }

        [Document]
        public sealed partial record InvoiceLine(string StockCode, int Quantity, decimal Price);
        """;

    [Fact]
    public void The_retail_model_has_nothing_wrong_with_it()
    {
        var compilation = Source.Compile(Retail);
        var findings = new Findings();

        Model.EntityModel customer = EntityParser.Parse(compilation.Type("Shop.Customer"), findings, CancellationToken.None)!;
        Model.EntityModel invoice = EntityParser.Parse(compilation.Type("Shop.Invoice"), findings, CancellationToken.None)!;
        DocumentModel line = DocumentParser.Parse(compilation.Type("Shop.InvoiceLine"), findings, CancellationToken.None)!;
        TableModel table = TableParser.Parse(compilation.Type("Shop.RetailTable"), findings, CancellationToken.None)!;
        TableRules.Check(
            compilation.Type("Shop.RetailTable"),
            table,
            [new(compilation.Type("Shop.Customer"), customer), new(compilation.Type("Shop.Invoice"), invoice)],
            findings);

        Assert.Empty(findings.All);
        Assert.Equal(["StockCode", "Quantity", "Price"], line.Properties.Select(property => property.Name));
        Assert.Equal("INVOICE#{Date:yyyy-MM-ddTHH:mm:ss}#{Number}", KeyText.Of(invoice.PrimaryKey!.Sort[0]));
        Assert.Equal([KeyPartOrder.Range, KeyPartOrder.PrefixAndRange], invoice.PrimaryKey.SortParts.Select(part => part.Order));
    }

    [Fact]
    public void A_second_parse_of_the_same_source_gives_equal_models()
    {
        Model.EntityModel first = EntityParser.Parse(Source.Compile(Retail).Type("Shop.Invoice"), new Findings(), CancellationToken.None)!;
        Model.EntityModel second = EntityParser.Parse(Source.Compile(Retail).Type("Shop.Invoice"), new Findings(), CancellationToken.None)!;

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("A#{X}", "A#{X}#B#{Y}", true)]
    [InlineData("A#{X}#", "A#{X}#B#{Y}", false)]
    [InlineData("A#{X}", "B#{X}", false)]
    [InlineData("{X}#A", "{X}#B", false)]
    [InlineData("{X}", "PROFILE", true)]
    [InlineData("{Number:D5}", "PROFILE", false)]
    [InlineData("{Id}", "{Number:D5}", true)]
    [InlineData("A", "A", true)]
    public void Keys_collide_when_a_text_fits_both_templates(string first, string second, bool expected)
    {
        var compilation = Source.Compile($$"""
            [Table("test", SortKey = null)] partial class Table;
            [Entity<Table>("First")] [PrimaryKey("{{first}}")]
            partial record First(string X, string Y, int Number, Guid Id);
            [Entity<Table>("Second")] [PrimaryKey("{{second}}")]
            partial record Second(string X, string Y, int Number, Guid Id);
            """);
        KeyAttributeModel[] keys =
        [
            .. new[] { "First", "Second" }
                .Select(name => EntityParser.Parse(compilation.Type(name), new Findings(), CancellationToken.None)!.PrimaryKey!.Partition[0]),
        ];

        Assert.Equal(expected, KeyOverlap.CanBeEqual(keys[0], keys[1]));
        Assert.Equal(expected, KeyOverlap.CanBeEqual(keys[1], keys[0]));
    }
}
