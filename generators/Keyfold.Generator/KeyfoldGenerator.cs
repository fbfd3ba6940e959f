using Keyfold.Generator.Emit;
using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.Generator;

/// <summary>
/// Finds annotated types, parses each into a model, and emits code from the models. It reports nothing: diagnostics come from the analyzers, which share the
/// parsers.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class KeyfoldGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<EntityModel> entities = Find(context, KnownNames.Entity, EntityParser.Parse, TrackingNames.Entities);
        IncrementalValuesProvider<DocumentModel> documents = Find(context, KnownNames.Document, DocumentParser.Parse, TrackingNames.Documents);
        IncrementalValuesProvider<TableWithEntities> tables = Find(context, KnownNames.Table, TableParser.Parse, TrackingNames.Tables)
            .Combine(entities.Select(static (entity, _) => TableEntityModel.From(entity)).Collect())
            .Select(static (pair, _) => TableWithEntities.From(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.TablesWithEntities);

        context.RegisterSourceOutput(entities, static (output, entity) => EntityEmitter.Emit(output, entity));
        context.RegisterSourceOutput(documents, static (output, document) => DocumentEmitter.Emit(output, document));
        context.RegisterSourceOutput(tables, static (output, table) => TableEmitter.Emit(output, table));
    }

    private static IncrementalValuesProvider<T> Find<T>(
        IncrementalGeneratorInitializationContext context,
        string annotation,
        Func<INamedTypeSymbol, Findings, CancellationToken, T?> parse,
        string trackingName)
        where T : class =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.Qualified(annotation),
                static (node, _) => node is TypeDeclarationSyntax,
                (found, cancellationToken) => IsFirst(found) ? parse((INamedTypeSymbol)found.TargetSymbol, new Findings(), cancellationToken) : null)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(trackingName);

    /// <summary>
    /// Whether this is the only declaration with the annotation, or the first of several, which is an error but must not generate one file twice.
    /// </summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext found)
    {
        SyntaxReference? first = found.TargetSymbol.GetAttributes()
            .First(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass?.OriginalDefinition, found.Attributes[0].AttributeClass?.OriginalDefinition))
            .ApplicationSyntaxReference;
        return first is not null && first.SyntaxTree == found.TargetNode.SyntaxTree && found.TargetNode.Span.Contains(first.Span);
    }
}
