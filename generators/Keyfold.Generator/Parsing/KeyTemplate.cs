using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// The grammar of key templates: text, <c>{Property}</c> and <c>{Property:format}</c>; a brace itself is written twice. Whether the property exists and the
/// format fits is <see cref="KeyPartParser"/>'s concern.
/// </summary>
internal static class KeyTemplate
{
    /// <summary>Splits a template, or gives what is wrong with it as the end of a sentence.</summary>
    public static IReadOnlyList<TemplateSegment> Split(string template, out string? mistake)
    {
        var segments = new List<TemplateSegment>();
        var text = new StringBuilder();
        mistake = template.Length == 0 ? "is empty; a key is at least one character" : null;
        int at = 0;
        while (at < template.Length && mistake is null)
        {
            char c = template[at];
            bool isDoubled = c is '{' or '}' && at + 1 < template.Length && template[at + 1] == c;
            if (isDoubled || c is not ('{' or '}'))
            {
                text.Append(c);
                at += isDoubled ? 2 : 1;
            }
            else if (c == '}')
            {
                mistake = "has a '}' without '{'; write }} for a brace itself";
            }
            else
            {
                at = ReadPart(template, at, segments, text, out mistake);
            }
        }

        AddText(segments, text);
        return segments;
    }

    private static int ReadPart(string template, int open, List<TemplateSegment> segments, StringBuilder text, out string? mistake)
    {
        int close = template.IndexOf('}', open);
        if (close < 0)
        {
            mistake = "has a '{' without '}'; write {{ for a brace itself";
            return template.Length;
        }

        string part = template.Substring(open + 1, close - open - 1);
        int colon = part.IndexOf(':');
        string property = colon < 0 ? part : part.Substring(0, colon);
        string? format = colon < 0 ? null : part.Substring(colon + 1);
        bool isName = SyntaxFacts.IsValidIdentifier(property);
        mistake = !isName ? $"has '{{{part}}}', which names no property; write {{Property}} or {{Property:format}}"
            : format is { Length: 0 } ? $"has '{{{part}}}' with an empty format; write {{{property}}}"
            : null;
        AddText(segments, text);
        if (isName)
        {
            segments.Add(new TemplateSegment(Text: null, property, format is { Length: 0 } ? null : format));
        }

        return close + 1;
    }

    private static void AddText(List<TemplateSegment> segments, StringBuilder text)
    {
        if (text.Length > 0)
        {
            segments.Add(new TemplateSegment(text.ToString(), Property: null, Format: null));
            text.Clear();
        }
    }
}

/// <summary>A segment of a template: either text, or a property with or without a format.</summary>
internal sealed record TemplateSegment(string? Text, string? Property, string? Format);
