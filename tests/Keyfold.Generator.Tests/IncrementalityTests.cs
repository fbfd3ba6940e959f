using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Generator.Tests;

/// <summary>What an edit generates again: nothing where it does not matter, and only what it changes where it does.</summary>
public sealed class IncrementalityTests
{
    private const string Model = """
        [Table("shop")]
        public sealed partial class Shop;

        [Entity<Shop>("Product")]
        [PrimaryKey("PRODUCT#{Code}", "PRODUCT")]
        public sealed partial record Product
        {
            public required string Code { get; init; }
            public decimal Price { get; init; }
            public List<Note> Notes { get; init; } = [];
        }

        [Entity<Shop>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(Guid Id, DateOnly Day);

        [Document]
        public sealed partial record Note(string Text);
        """;

    private const string Unrelated = "public static class Program { public static int Answer() => 41; }";

    private readonly Generation _generation = new();
    private readonly CSharpCompilation _first = Source.Compile(Source.Parse(Model, "Model.cs"), Source.Parse(Unrelated, "Program.cs"));

    public IncrementalityTests() => _generation.Run(_first);

    [Fact]
    public void An_edit_elsewhere_generates_nothing_again()
    {
        GeneratorRunResult result = _generation.Run(Replace("Program.cs", Unrelated.Replace("41", "42", StringComparison.Ordinal)));

        Assert.All(Generation.OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_moved_line_and_a_comment_generate_nothing_again()
    {
        GeneratorRunResult result = _generation.Run(
            Replace("Model.cs", "// a comment\n\n" + Model.Replace("    public", "\n    /* another */ public", StringComparison.Ordinal)));

        Assert.All(Generation.OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Generation.StepReasons(result, TrackingNames.Entities), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_new_property_generates_its_entity_again_and_nothing_else()
    {
        GeneratorRunResult result = _generation.Run(Replace(
            "Model.cs", Model.Replace("public decimal Price", "public int Stock { get; init; }\n    public decimal Price", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Generation.StepReasons(result, TrackingNames.Entities));
        Assert.Equal([IncrementalStepRunReason.Cached], Generation.StepReasons(result, TrackingNames.Documents));
        Assert.All(Generation.StepReasons(result, TrackingNames.TablesWithEntities), reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
        Assert.Single(Generation.OutputReasons(result), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_new_key_attribute_of_the_table_generates_table_and_entities_again()
    {
        GeneratorRunResult result = _generation.Run(Replace(
            "Model.cs", Model.Replace("[Table(\"shop\")]", "[Table(\"shop\", PartitionKey = \"Key\")]", StringComparison.Ordinal)));

        Assert.All(Generation.StepReasons(result, TrackingNames.Entities), reason => Assert.Equal(IncrementalStepRunReason.Modified, reason));
        Assert.Equal(3, Generation.OutputReasons(result).Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    private CSharpCompilation Replace(string path, string source) =>
        _first.ReplaceSyntaxTree(_first.SyntaxTrees.Single(tree => tree.FilePath == path), Source.Parse(source, path));
}
