using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// What a parser found wrong. The generator looks at <see cref="HasErrors"/> alone; an analyzer reports <see cref="All"/>. Findings hold symbols and never
/// enter a model.
/// </summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public bool HasErrors { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, Place place, params string[] arguments)
    {
        _all.Add(new Finding(descriptor, place, arguments));
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
    }

    public void Add(Refusal refusal, Place place, INamedTypeSymbol type, IPropertySymbol property)
    {
        if (refusal.Descriptor is { } descriptor)
        {
            Add(descriptor, place, type.Name, property.Name, Names.ShortName(refusal.Type));
        }

        HasErrors = true;
    }
}

/// <summary>One mistake: what, where, and what the message says about it.</summary>
internal readonly record struct Finding(DiagnosticDescriptor Descriptor, Place Place, string[] Arguments)
{
    /// <summary>
    /// Makes what is reported of a type. It points into the type's own files, at its name if the mistake is in a base class elsewhere: an editor shows nothing
    /// else while it is typed. A code fix finds the message's arguments as properties by their numbers.
    /// </summary>
    public Diagnostic ToDiagnostic(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        Location location = Place.ToLocation(cancellationToken);
        if (!type.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == location.SourceTree))
        {
            location = type.Locations[0];
        }

        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        for (int i = 0; i < Arguments.Length; i++)
        {
            properties.Add(i.ToString(CultureInfo.InvariantCulture), Arguments[i]);
        }

        return Diagnostic.Create(Descriptor, location, properties.ToImmutable(), [.. Arguments]);
    }
}
