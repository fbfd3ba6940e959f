namespace Keyfold.Generator.Tests.CodeFixes;

/// <summary>A code fix applied to all mistakes of a document at once.</summary>
public sealed class FixAllTests
{
    [Fact]
    public Task Types_are_made_partial() => FixesAll(
        "KF101",
        "Make 'Order' partial",
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        record Order(string Id);

        [Entity<RetailTable>("Invoice")]
        [PrimaryKey("INVOICE#{Id}", "INVOICE")]
        sealed record Invoice(string Id);
        """,
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        partial record Order(string Id);

        [Entity<RetailTable>("Invoice")]
        [PrimaryKey("INVOICE#{Id}", "INVOICE")]
        sealed partial record Invoice(string Id);
        """);

    [Fact]
    public Task A_containing_type_is_made_partial_once() => FixesAll(
        "KF102",
        "Make 'Shop' partial",
        """
        class Shop
        {
            [Document]
            partial record Money(decimal Amount);

            [Document]
            partial record Address(string Street);
        }
        """,
        """
        partial class Shop
        {
            [Document]
            partial record Money(decimal Amount);

            [Document]
            partial record Address(string Street);
        }
        """);

    [Fact]
    public Task Parts_of_one_template_are_rewritten() => FixesAll(
        "KF119",
        "Write {Number:D10}",
        """
        [Entity<RetailTable>("Line")]
        [PrimaryKey("ORDER#{Order}", "LINE#{Number}#{Half}")]
        partial record Line(string Order, int Number, int Half);
        """,
        """
        [Entity<RetailTable>("Line")]
        [PrimaryKey("ORDER#{Order}", "LINE#{Number:D10}#{Half:D10}")]
        partial record Line(string Order, int Number, int Half);
        """);

    [Fact]
    public Task Annotations_are_removed_and_others_left() => FixesAll(
        "KF155",
        "Remove [Ignore]",
        """
        [Entity<RetailTable>("Session")]
        [PrimaryKey("SESSION#{Id}", "SESSION")]
        partial record Session(string Id)
        {
            [Ignore] [Version] public long Version { get; init; }

            [Ignore]
            [TimeToLive]
            public DateTimeOffset Expires { get; init; }

            [Ignore] public int Count { get; init; }
        }
        """,
        """
        [Entity<RetailTable>("Session")]
        [PrimaryKey("SESSION#{Id}", "SESSION")]
        partial record Session(string Id)
        {
            [Version] public long Version { get; init; }

            [TimeToLive]
            public DateTimeOffset Expires { get; init; }

            [Ignore] public int Count { get; init; }
        }
        """);

    [Fact]
    public Task Types_are_changed() => FixesAll(
        "KF116",
        "Declare 'Country' as string",
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("COUNTRY#{Country}", "CITY#{City}#{Number:D10}")]
        partial record Order(string? Country, string? City, int? Number);
        """,
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("COUNTRY#{Country}", "CITY#{City}#{Number:D10}")]
        partial record Order(string Country, string City, int Number);
        """);

    [Fact]
    public Task An_index_is_declared_once_for_all_entities() => FixesAll(
        "KF201",
        "Add [GlobalSecondaryIndex(\"GSI1\")] to 'ShopTable'",
        """
        [Table("shop")]
        public partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "ORDER#{Id}")]
        public partial record Order(string Id, string Country);

        [Entity<ShopTable>("Invoice")]
        [PrimaryKey("INVOICE#{Id}", "INVOICE")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "INVOICE#{Id}")]
        public partial record Invoice(string Id, string Country);
        """,
        """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "ORDER#{Id}")]
        public partial record Order(string Id, string Country);

        [Entity<ShopTable>("Invoice")]
        [PrimaryKey("INVOICE#{Id}", "INVOICE")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "INVOICE#{Id}")]
        public partial record Invoice(string Id, string Country);
        """);

    private static async Task FixesAll(string id, string title, string source, string expected) =>
        Assert.Equal(expected, await FixedSource.ApplyAllAsync(source, id, title));
}
