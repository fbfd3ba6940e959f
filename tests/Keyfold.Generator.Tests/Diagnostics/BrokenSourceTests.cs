using Keyfold.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>Code is broken most of the time, since somebody is typing it: nothing may throw then, whatever the compiler makes of it.</summary>
public sealed class BrokenSourceTests
{
    private const string Whole = """
        namespace Shop;

        [Table("retail", PartitionKey = "PK", SortKey = "SK", TypeAttribute = "kind")]
        [GlobalSecondaryIndex("GSI1", Projection = IndexProjection.Include, NonKeyAttributes = new[] { "Home" })]
        [GlobalSecondaryIndex("Places", PartitionKeys = new[] { "Country", "City" }, SortKeys = new[] { "Street" })]
        [LocalSecondaryIndex("LSI1", SortKey = "Total")]
        [Collection("CustomerHistory", typeof(Customer), typeof(Invoice))]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer", Set = "Customers")]
        [PrimaryKey("CUSTOMER#{Id:escape}", "PROFILE")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "CUSTOMER#{Since:yyyy-MM-dd}", Name = "ByCountry")]
        public sealed partial record Customer(string Id, DateOnly Since)
        {
            [PartitionKey(Index = "Places", Name = "InCity")] public required string Country { get; init; }
            [PartitionKey(Index = "Places")] public string? City { get; init; }
            [SortKey(Index = "Places")] public string? Street { get; init; }
            [Converter<UriConverter>] public Uri? Home { get; init; }
            [TimeToLive(RoundUp = true)] public DateTimeOffset? Expires { get; set; }
            [Ignore] public int Count { get; set; }
            [Version] public long Version { get; init; }
        }

        [Entity<ShopTable>("Invoice")]
        [PrimaryKey("CUSTOMER#{Customer}", "INVOICE#{Number:D10}")]
        public sealed partial class Invoice
        {
            public Invoice(string customer, int number = 1) => (Customer, Number) = (customer, number);

            public string Customer { get; }
            public int Number { get; }
            [SortKey(Index = "LSI1")] public decimal Total { get; set; }
            [Attribute("lines", Storage = AttributeStorage.Default)] private List<Line?> Lines { get; set; } = [];
            public Dictionary<string, HashSet<DayOfWeek>> Days { get; init; } = new();
        }

        [Document]
        public partial record struct Line(string Product, int Quantity, decimal? Price);

        public sealed class UriConverter : IConverter<Uri, string>
        {
            public static string ToStored(Uri value) => value.OriginalString;
            public static Uri FromStored(string stored) => new(stored);
        }
        """;

    public static TheoryData<string> Fragments =>
    [
        "[Entity",
        "[Entity<",
        "[Entity<>(\"Order\")] partial record Order(string Id);",
        "[Entity<Missing>(\"Order\")] [PrimaryKey(\"{Id}\")] partial record Order(string Id);",
        "[Entity<RetailTable>] partial record Order(string Id);",
        "[Entity<RetailTable>(null!)] [PrimaryKey(null!, null)] [SecondaryKey(null!, null!)] partial record Order(string Id);",
        "[Entity<RetailTable>(Name)] [PrimaryKey(Key, 1)] partial record Order(string Id);",
        "[Entity<RetailTable>(new[] { \"Order\" })] [PrimaryKey(new[] { \"a\" }, typeof(int))] partial record Order(string Id);",
        "[Entity<RetailTable>(\"Order\", Set = null)] [PrimaryKey(\"{Id}\", \"A\", Name = null)] partial record Order(string Id);",
        "[Entity<RetailTable>(\"Order\")] [Entity<RetailTable>(\"Order\")] [PrimaryKey(\"{Id}\", \"A\")] partial record Order(string Id);",
        "[Entity<RetailTable>(\"A\")] [PrimaryKey(\"{Id}\", \"A\")] partial record Order; [Entity<RetailTable>(\"B\")] partial record Order(string Id);",
        "[Entity<RetailTable>(\"Order\")] [PrimaryKey(\"{Id}\", \"{ }\")] partial record Order(Missing Id, List<Missing> Other);",
        "[Entity<RetailTable>(\"Order\")] [PrimaryKey(\"{Id}\", \"{Id:}\")] partial record Order(int Id);",
        "[Entity<RetailTable>(\"Order\")] [PrimaryKey(\"{Id:D99999999999}\", \"{At:'}\")] partial record Order(int Id, DateTime At);",
        "[Entity<RetailTable>(\"Order\")] [PrimaryKey(\"{this}\", \"{Item}\")] partial record Order { public int this[int i] => i; }",
        "[Entity<Order>(\"Order\")] [Table(\"order\")] [PrimaryKey(\"{Id}\", \"A\")] partial class Order { public string Id { get; set; } }",
        "[Entity<RetailTable>(\"Order\")] [PrimaryKey(\"{Id}\", \"A\")] partial class Order : Order { public string Id { get; set; } }",
        "[Entity<RetailTable>(\"Order\")] partial class { public string { get; set; } }",
        "[Entity<RetailTable>(\"Order\")] partial class Order { [Converter<>] public string A { get; set; } [Converter<Missing>] public string B { get; set; } }",
        "[Entity<RetailTable>(\"Order\")] partial class Order { [Converter<string>] public string A { get; set; } [PartitionKey(Index = 1)] public int B { get; set; } }",
        "[Document] partial record struct Line(int* Pointer, ref int Ref, dynamic Any, __arglist);",
        "[Document] partial interface ILine { int Number { get; } }",
        "[Document] enum Line { A }",
        "[Document] partial class Line<T> where T : Line<T> { public T Value { get; set; } public Line<T>[] Others { get; set; } }",
        "[Document] partial class Line { public Line(Line line) { } public string A => \"\"; public required string { get; init; } }",
        "[Table] partial class ShopTable;",
        "[Table()] [GlobalSecondaryIndex()] [LocalSecondaryIndex] [Collection()] partial class ShopTable;",
        "[Table(null!)] [GlobalSecondaryIndex(null!)] [Collection(null!, null!)] partial class ShopTable;",
        "[Table(\"shop\", SortKey = )] [GlobalSecondaryIndex(\"GSI1\", PartitionKeys = new string[] { null!, \"\" })] partial class ShopTable;",
        "[Table(\"shop\")] [GlobalSecondaryIndex(\"GSI1\", PartitionKeys = null, SortKeys = new[] { 1 }, Projection = (IndexProjection)9)] partial class ShopTable;",
        "[Table(\"shop\")] [Collection(\"C\", typeof(Missing), typeof(List<>), typeof(int[]), null)] partial class ShopTable;",
        "[Table(\"shop\")] [Table(\"shop\")] static partial class ShopTable;",
        "[Keyfold.Version] [Ignore] [PartitionKey] partial class Order;",
    ];

    /// <summary>An exception in the analyzer would be among the mistakes, as AD0001; one in the generator fails its run.</summary>
    [Theory]
    [MemberData(nameof(Fragments))]
    public async Task A_fragment_breaks_nothing(string source) =>
        Assert.DoesNotContain("AD0001", (await Project.Of(source).FindMistakesAsync()).Select(mistake => mistake.Id));

    [Fact]
    public async Task The_whole_source_has_no_mistake()
    {
        Project project = Project.Of(Whole);

        Assert.Empty(await project.FindMistakesAsync());
        Assert.Empty(project.CompilerErrors());
    }

    /// <summary>As it is typed from the beginning, every other word.</summary>
    [Fact]
    public void No_beginning_of_it_breaks_anything()
    {
        foreach (SyntaxToken token in Tokens().Where((_, position) => position % 2 == 0))
        {
            Parse(Whole[..token.Span.End]);
        }
    }

    /// <summary>As it is edited in the middle, with one of the other words taken out.</summary>
    [Fact]
    public void No_missing_word_breaks_anything()
    {
        foreach (SyntaxToken token in Tokens().Where((_, position) => position % 2 != 0))
        {
            Parse(Whole.Remove(token.SpanStart, token.Span.Length));
        }
    }

    private static IEnumerable<SyntaxToken> Tokens() => CSharpSyntaxTree.ParseText(Whole, Source.ParseOptions).GetRoot().DescendantTokens();

    /// <summary>Does what the generator and the analyzer do, without compiling the result, which takes most of the time.</summary>
    private static void Parse(string source)
    {
        CSharpCompilation compilation = Source.Compile(Source.Parse(source), Project.TableTree);
        try
        {
            new Generation().Run(compilation);
            var annotated = new AnnotatedTypes(compilation);
            foreach (INamedTypeSymbol type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>())
            {
                Assert.All(annotated.FindingsAt(type, CancellationToken.None), finding => finding.ToDiagnostic(type, CancellationToken.None));
            }
        }
        catch (Exception exception)
        {
            Assert.Fail($"{exception}\n\n{source}");
        }
    }
}
