using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;

namespace Keyfold.Generator.Tests.Parsing;

public sealed class ConstructionParserTests
{
    [Theory]
    [InlineData("public required string X { get; init; }", nameof(PropertySetter.Initializer), true)]
    [InlineData("public string X { get; init; }", nameof(PropertySetter.Initializer), true)]
    [InlineData("public string X { get; set; } = null!;", nameof(PropertySetter.Initializer), true)]
    [InlineData("public string? X { get; set; } = \"a\";", nameof(PropertySetter.Initializer), false)]
    [InlineData("public required string? X { get; init; }", nameof(PropertySetter.Initializer), false)]
    [InlineData("public int X { get; set; }", nameof(PropertySetter.Initializer), false)]
    [InlineData("public int X { get; private set; } = 5;", nameof(PropertySetter.Assignment), false)]
    [InlineData("public int X { get; init; } = 5;", nameof(PropertySetter.InitAccessor), false)]
    [InlineData("private int _x = 5; public int X { get => _x; set => _x = value; }", nameof(PropertySetter.Assignment), false)]
    [InlineData("public int X { get; set; } public Test() { X = 5; }", nameof(PropertySetter.Assignment), false)]
    [InlineData("public int X { get; } public Test(int x) { X = x; }", nameof(PropertySetter.Constructor), true)]
    [InlineData("public int X { get; } private Test(int x = 5) { X = x; }", nameof(PropertySetter.Constructor), false)]
    [InlineData("public required int X { get; init; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Test(int x) { X = x; }", nameof(PropertySetter.Constructor), true)]
    public void A_property_is_set_in_the_way_that_loses_nothing(string members, string expected, bool isRequired)
    {
        DocumentModel model = Parse($"[Document] partial class Test {{ {members} }}");

        PropertyModel property = Assert.Single(model.Properties);
        Assert.Equal((expected, isRequired), (property.Setter.ToString(), property.IsRequired));
    }

    [Fact]
    public void The_constructor_that_sets_everything_is_chosen()
    {
        DocumentModel model = Parse("""
            [Document] partial class Test
            {
                public Test() { }
                public Test(string a) { A = a; }
                public Test(string b, string a, int unused = 0) { A = a; B = b; }
                public string A { get; }
                public string B { get; }
                public string? C { get; set; }
            }
            """);

        Assert.Equal([new("b", "B"), new("a", "A")], model.ConstructorParameters);
    }

    [Fact]
    public void A_positional_record_keeps_the_defaults_of_its_parameters()
    {
        DocumentModel model = Parse("""
            enum Color { Red, Green }
            [Document] partial record Test(string A, string B = "x\"", Color C = Color.Green, decimal D = 1.50m, int? E = 3, double F = 0.1, bool @class = true);
            """);

        Assert.Equal([null, "\"x\\\"\"", "(global::Color)(1)", "1.50m", "3", "0.1", "true"], model.Properties.Select(property => property.ConstructorDefault));
        Assert.Equal(["A", "B", "C", "D", "E", "F", "@class"], model.ConstructorParameters.Select(parameter => parameter.Name));
    }

    private static DocumentModel Parse(string source)
    {
        var findings = new Findings();
        DocumentModel model = DocumentParser.Parse(Source.Compile(source).Type("Test"), findings, CancellationToken.None)!;
        Assert.Empty(findings.All);
        return model;
    }
}
