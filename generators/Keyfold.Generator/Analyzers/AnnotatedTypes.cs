using System.Collections.Concurrent;
using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Analyzers;

/// <summary>
/// What the annotations of one compilation mean, parsed when it is first asked for and once, though an entity is looked at for itself and again for its table.
/// Any thread may ask.
/// </summary>
internal sealed class AnnotatedTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Once<Parsed>> _entities = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, Once<Findings>> _tableRules = new(SymbolEqualityComparer.Default);
    private readonly Once<ILookup<ISymbol?, INamedTypeSymbol>> _entitiesByTable = new();

    /// <summary>
    /// Gives everything that is wrong at a type: with itself, with what it is to be blamed for among the entities of its table, and with it as the container of
    /// others.
    /// </summary>
    public IEnumerable<Finding> FindingsAt(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        IEnumerable<Finding> own = FindingsOf(type, cancellationToken)
            .Where(finding => finding.Place.Symbol is not INamedTypeSymbol other || IsSame(other, type));
        bool canBeBlamed = type.GetTypeMembers().Length > 0 && !TypeParser.IsPartial(type, cancellationToken);
        return canBeBlamed
            ? own.Concat(TypesIn(type, cancellationToken)
                .SelectMany(inner => FindingsOf(inner, cancellationToken))
                .Where(finding => IsSame(finding.Place.Symbol, type)))
            : own;
    }

    private IEnumerable<Finding> FindingsOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.GetAttributes().IsEmpty)
        {
            return [];
        }

        var own = new Findings();
        OrphanRules.Check(type, own);
        if (type.Has(KnownNames.Document))
        {
            DocumentParser.Parse(type, own, cancellationToken);
        }

        if (type.Has(KnownNames.Table))
        {
            TableParser.Parse(type, own, cancellationToken);
        }

        IEnumerable<Finding> ofEntity = type.Has(KnownNames.Entity) ? Entity(type, cancellationToken).Findings.All : [];
        IEnumerable<Finding> ofTables = TablesOf(type)
            .SelectMany(table => TableRulesOf(table, cancellationToken).All)
            .Where(finding => IsSame(finding.Place.Symbol, type));
        return [.. own.All, .. ofEntity, .. ofTables];
    }

    private static IEnumerable<INamedTypeSymbol> TablesOf(INamedTypeSymbol type)
    {
        if (type.Has(KnownNames.Table))
        {
            yield return type;
        }

        if (EntityParser.TableOf(type) is { } table && !IsSame(table, type))
        {
            yield return table;
        }
    }

    private Parsed Entity(INamedTypeSymbol type, CancellationToken cancellationToken) => _entities.GetOrAdd(type, static _ => new()).Get(() =>
    {
        var findings = new Findings();
        return new Parsed(EntityParser.Parse(type, findings, cancellationToken), findings);
    });

    private Findings TableRulesOf(INamedTypeSymbol table, CancellationToken cancellationToken) => _tableRules.GetOrAdd(table, static _ => new()).Get(() =>
    {
        var findings = new Findings();
        if (TableParser.Parse(table, new Findings(), cancellationToken) is { } model)
        {
            TableRules.Check(table, model, EntitiesOf(table, cancellationToken), findings);
        }

        return findings;
    });

    private IEnumerable<ParsedEntity> EntitiesOf(INamedTypeSymbol table, CancellationToken cancellationToken)
    {
        ILookup<ISymbol?, INamedTypeSymbol> byTable = _entitiesByTable.Get(() => TypesIn(compilation.Assembly.GlobalNamespace, cancellationToken)
            .Where(type => GeneratedNames.IsWritten(type) && EntityParser.TableOf(type) is not null)
            .ToLookup<INamedTypeSymbol, ISymbol?>(type => EntityParser.TableOf(type), SymbolEqualityComparer.Default));
        foreach (INamedTypeSymbol type in byTable[table])
        {
            if (Entity(type, cancellationToken).Model is { } model)
            {
                yield return new ParsedEntity(type, model);
            }
        }
    }

    private static bool IsSame(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol inner in TypesIn(member, cancellationToken))
            {
                yield return inner;
            }
        }
    }

    private sealed record Parsed(EntityModel? Model, Findings Findings);
}
