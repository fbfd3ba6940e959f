using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>The names that rules know to be taken are those of the emitters and of Keyfold itself.</summary>
public sealed class GeneratedNamesTests
{
    private const string Everything = """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        [LocalSecondaryIndex("LSI1")]
        [Collection("History", typeof(Invoice))]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Invoice")]
        [PrimaryKey("CUSTOMER#{Customer}", "INVOICE#{Day}#{Number:D10}")]
        [SecondaryKey("GSI1", "DAY#{Day}", "INVOICE#{Number:D10}")]
        [LocalSecondaryKey("LSI1", "STATUS#{Status}")]
        public sealed partial record Invoice(string Customer, DateOnly Day, int Number, DayOfWeek Status, Money Total);

        [Document]
        public sealed partial record Money(decimal Amount);
        """;

    [Fact]
    public void All_types_beside_the_users_are_known()
    {
        CSharpCompilation compilation = Source.Compile(Everything);
        IEnumerable<string> generated = new Generation().Run(compilation).GeneratedSources
            .SelectMany(source => source.SyntaxTree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => !type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.FileKeyword))
            .Select(type => type.Identifier.ValueText);
        Model.EntityModel invoice = EntityParser.Parse(compilation.Type("Invoice"), new Findings(), CancellationToken.None)!;

        Assert.Equal(
            [.. GeneratedNames.OfEntity("Invoice", "Invoices", invoice.Keys).Concat(GeneratedNames.OfDocument("Money")).Append("History").Order(StringComparer.Ordinal)],
            generated.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_members_of_a_table_are_known() =>
        Assert.Empty(NamesIn(Source.Compile("").Type("Keyfold.Table`1")).Except(TableMemberRules.OfEveryTable, StringComparer.Ordinal));

    [Fact]
    public void All_members_of_an_entity_set_are_known() =>
        Assert.Empty(NamesIn(Source.Compile("").Type("Keyfold.EntitySet`3")).Except(EntityRules.SetMembers, StringComparer.Ordinal));

    [Fact]
    public void All_generated_members_of_an_entity_set_are_known()
    {
        CSharpCompilation compilation = Source.Compile(Everything);
        Compilation complete = compilation.AddSyntaxTrees(new Generation().Run(compilation).GeneratedSources.Select(source => source.SyntaxTree));
        Model.EntityModel invoice = EntityParser.Parse(compilation.Type("Invoice"), new Findings(), CancellationToken.None)!;
        IEnumerable<string> own = invoice.Keys.Select(GeneratedNames.Plan)
            .Concat(invoice.SecondaryKeys.Select(GeneratedNames.Scan))
            .Concat(invoice.Keys.Select(key => key.Method!));

        Assert.Empty(NamesIn(complete.Type("InvoiceSet")).Except(EntityRules.SetMembers.Concat(own), StringComparer.Ordinal));
    }

    private static IEnumerable<string> NamesIn(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers().Where(member => member is { CanBeReferencedByName: true, DeclaredAccessibility: not Accessibility.Private }))
            {
                yield return member.Name;
            }
        }
    }
}
