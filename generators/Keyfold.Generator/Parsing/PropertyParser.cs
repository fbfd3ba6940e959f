using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Finds the stored properties of a type, each with its attribute, its value and its role.</summary>
internal static class PropertyParser
{
    private static readonly string[] StoringAnnotations =
        [KnownNames.Attribute, KnownNames.PartitionKey, KnownNames.SortKey, KnownNames.Version, KnownNames.TimeToLive, KnownNames.Converter];

    public static IReadOnlyList<StoredProperty> ParseAll(INamedTypeSymbol type, Findings findings)
    {
        var properties = new List<StoredProperty>();
        foreach (IPropertySymbol property in Candidates(type))
        {
            if (Parse(type, property, findings) is { } stored)
            {
                properties.Add(stored);
            }
        }

        CheckRoles(type, properties, findings);
        return properties;
    }

    /// <summary>All readable instance properties, those of base classes first, each once however often it is overridden.</summary>
    private static IEnumerable<IPropertySymbol> Candidates(INamedTypeSymbol type)
    {
        var byName = new Dictionary<string, IPropertySymbol>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (INamedTypeSymbol declaring in BaseTypesFirst(type))
        {
            foreach (IPropertySymbol property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                if (!CanHold(property))
                {
                    continue;
                }

                if (!byName.ContainsKey(property.Name))
                {
                    names.Add(property.Name);
                }

                byName[property.Name] = property;
            }
        }

        return names.Select(name => byName[name]);
    }

    /// <summary>Somebody who is about to type a property's name has one without.</summary>
    private static bool CanHold(IPropertySymbol property) =>
        property is { Name.Length: > 0, IsStatic: false, IsIndexer: false, GetMethod: not null, ExplicitInterfaceImplementations.IsEmpty: true };

    /// <summary>Whether a property is not meant to be stored, as against one that is but has a type that cannot.</summary>
    public static bool IsLeftOut(IPropertySymbol property) =>
        !CanHold(property) || property.Has(KnownNames.Ignore)
            || (property.DeclaredAccessibility != Accessibility.Public && !StoringAnnotations.Any(property.Has));

    /// <summary>Whether some property was meant to be stored but is not among those that are.</summary>
    public static bool HasRefused(INamedTypeSymbol type, IReadOnlyList<StoredProperty> stored) =>
        Candidates(type).Any(property => !IsLeftOut(property) && stored.All(other => !SymbolEqualityComparer.Default.Equals(other.Symbol, property)));

    private static List<INamedTypeSymbol> BaseTypesFirst(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            chain.Insert(0, current);
        }

        return chain;
    }

    private static StoredProperty? Parse(INamedTypeSymbol type, IPropertySymbol property, Findings findings)
    {
        AttributeData? annotation = property.Find(KnownNames.Attribute);
        if (property.Has(KnownNames.Ignore))
        {
            CheckIgnored(type, property, findings);
        }

        if (IsLeftOut(property))
        {
            return null;
        }

        string attribute = annotation?.Text(0) ?? property.Name;
        if (attribute.Length == 0)
        {
            findings.Add(Diagnostics.InvalidName, new Place(property, annotation, 0), attribute, "an attribute", "1 to 65,535 bytes of UTF-8");
        }

        if (ParseValue(type, property, annotation, findings) is not { } value || !IsInReach(type, property, findings))
        {
            return null;
        }

        PropertyRole role = property.Has(KnownNames.Version) ? PropertyRole.Version
            : property.Has(KnownNames.TimeToLive) ? PropertyRole.TimeToLive
            : PropertyRole.None;
        bool roundsUp = property.Find(KnownNames.TimeToLive)?.Flag("RoundUp") ?? false;
        return new StoredProperty(property, attribute, value, role, roundsUp);
    }

    private static bool IsInReach(INamedTypeSymbol type, IPropertySymbol property, Findings findings)
    {
        AttributeData? converter = property.Find(KnownNames.Converter);
        INamedTypeSymbol? hiddenConverter = converter?.AttributeClass is { } annotation ? Reach.FindHidden(annotation) : null;
        if ((Reach.FindHidden(property.Type) ?? hiddenConverter) is not { } hidden)
        {
            return true;
        }

        // Of a document that is out of reach its own parser says so.
        bool isReported = hidden.Has(KnownNames.Document) || hidden.Has(KnownNames.Entity);
        findings.Add(
            new Refusal(isReported ? null : Diagnostics.TypeHidden, hidden),
            new Place(property, ReferenceEquals(hidden, hiddenConverter) ? converter : null),
            type,
            property);
        return false;
    }

    private static void CheckIgnored(INamedTypeSymbol type, IPropertySymbol property, Findings findings)
    {
        var place = new Place(property, property.Find(KnownNames.Ignore));
        if (property.IsRequired)
        {
            findings.Add(Diagnostics.RequiredIgnored, place, type.Name, property.Name);
        }

        if (StoringAnnotations.FirstOrDefault(property.Has) is { } other)
        {
            findings.Add(Diagnostics.IgnoredAndStored, place, type.Name, property.Name, Annotations.Written(other));
        }
    }

    private static ValueModel? ParseValue(INamedTypeSymbol type, IPropertySymbol property, AttributeData? annotation, Findings findings)
    {
        if (property.Find(KnownNames.Converter) is { } converter)
        {
            return ConverterParser.Parse(type, property, converter, findings);
        }

        const int AsNumber = 2;
        int storage = annotation?.Choice("Storage") ?? 0;
        if (ValueParser.Parse(property.Type, enumAsNumber: storage == AsNumber, out Refusal refusal) is not { } value)
        {
            findings.Add(refusal, new Place(property), type, property);
            return null;
        }

        if (storage != 0 && !ContainsEnum(value))
        {
            findings.Add(
                Diagnostics.UnsupportedStorage, new Place(property, annotation, Name: "Storage"), type.Name, property.Name, Names.ShortName(property.Type));
        }

        return StoredProperty.IsUndecided(property) ? value with { IsNullable = true } : value;
    }

    private static bool ContainsEnum(ValueModel value) =>
        value.Kind is ValueKind.EnumName or ValueKind.EnumNumber || (value.Element is { } element && ContainsEnum(element));

    private static void CheckRoles(INamedTypeSymbol type, List<StoredProperty> properties, Findings findings)
    {
        StoredProperty? version = null;
        StoredProperty? timeToLive = null;
        foreach (StoredProperty property in properties)
        {
            if (property.Role == PropertyRole.Version)
            {
                var place = new Place(property.Symbol, property.Symbol.Find(KnownNames.Version));
                if (property.Value is not { Kind: ValueKind.Int32 or ValueKind.Int64, IsNullable: false })
                {
                    findings.Add(Diagnostics.VersionType, place, type.Name, property.Symbol.Name, Names.ShortName(property.Symbol.Type));
                }

                if (version is not null)
                {
                    findings.Add(Diagnostics.TwoVersions, place, type.Name, version.Symbol.Name, property.Symbol.Name);
                }

                version ??= property;
            }

            if (property.Role == PropertyRole.TimeToLive)
            {
                var place = new Place(property.Symbol, property.Symbol.Find(KnownNames.TimeToLive));
                if (property.Value.Kind is not (ValueKind.DateTimeOffset or ValueKind.DateTime or ValueKind.Int64 or ValueKind.Int32))
                {
                    findings.Add(Diagnostics.TimeToLiveType, place, type.Name, property.Symbol.Name, Names.ShortName(property.Symbol.Type));
                }

                if (timeToLive is not null)
                {
                    findings.Add(Diagnostics.TwoTimesToLive, place, type.Name, timeToLive.Symbol.Name, property.Symbol.Name);
                }

                timeToLive ??= property;
            }
        }
    }
}
