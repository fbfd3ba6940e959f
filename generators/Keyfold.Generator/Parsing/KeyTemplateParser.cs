using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Parses one key template of an entity, and checks that keys made from it tell their values apart.</summary>
internal sealed class KeyTemplateParser(INamedTypeSymbol type, IReadOnlyList<StoredProperty> properties, Findings findings)
{
    public KeyAttributeModel Parse(string attribute, KeyTemplateSource source)
    {
        IReadOnlyList<TemplateSegment> segments = KeyTemplate.Split(source.Template, out string? mistake);
        if (mistake is not null)
        {
            findings.Add(Diagnostics.TemplateSyntax, source.Place, source.Template, type.Name, mistake);
        }

        var models = new List<KeySegmentModel>();
        for (int i = 0; i < segments.Count; i++)
        {
            TemplateSegment? next = i + 1 < segments.Count ? segments[i + 1] : null;
            if (segments[i].Text is { } text)
            {
                models.Add(new KeySegmentModel(text, Part: null));
            }
            else if (ParsePart(segments[i], next, source) is { } part)
            {
                models.Add(new KeySegmentModel(Text: null, part));
            }
        }

        return new KeyAttributeModel(attribute, StoredType.String, models.ToEquatableArray(), IsPlain: false);
    }

    private KeyPartModel? ParsePart(TemplateSegment segment, TemplateSegment? next, KeyTemplateSource source)
    {
        string name = segment.Property!;
        if (properties.FirstOrDefault(property => property.Symbol.Name == name) is not { } property)
        {
            if (FindProperty(name) is not { } left)
            {
                findings.Add(Diagnostics.TemplatePropertyMissing, source.Place, source.Template, type.Name, name);
            }
            else if (PropertyParser.IsLeftOut(left))
            {
                findings.Add(Diagnostics.TemplatePropertyNotStored, source.Place, type.Name, name);
            }

            return null;
        }

        if (source.IsPrimary && property.IsDeclaredNullable)
        {
            findings.Add(Diagnostics.PartNullable, source.Place, type.Name, name, Names.NotNullable(property.Symbol.Type));
        }

        if (source.IsPrimary && property.Role != PropertyRole.None)
        {
            findings.Add(Diagnostics.ChangingKey, source.Place, type.Name, name);
        }

        KeyPartModel? part = new KeyPartParser(type, source, findings)
            .Parse(source.IsPrimary ? property.InPrimaryKey : property, segment.Format, next?.Text?[0]);
        if (next?.Property is { } neighbour)
        {
            findings.Add(Diagnostics.AdjacentParts, source.Place, type.Name, name, neighbour, source.Template);
        }
        else if (part is { Separator: { } separator } && CanContain(part.Encoding, separator))
        {
            findings.Add(Diagnostics.AmbiguousSeparator, source.Place, type.Name, name, separator.ToString(), source.Template);
        }

        return part;
    }

    /// <summary>
    /// Whether a value's text can contain a character. Text can contain any, and is checked or escaped when it is written; what has a fixed length
    /// needs no end.
    /// </summary>
    private static bool CanContain(KeyPartEncoding encoding, char c) => encoding switch
    {
        KeyPartEncoding.Number => c is (>= '0' and <= '9') or '-' or '.' or '+' or 'E',
        KeyPartEncoding.EnumName => char.IsLetterOrDigit(c) || c == '_',
        _ => false,
    };

    private IPropertySymbol? FindProperty(string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
