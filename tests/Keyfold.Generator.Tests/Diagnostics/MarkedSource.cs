using Microsoft.CodeAnalysis.Text;

namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>A source with one place marked by <c>[|</c> and <c>|]</c>.</summary>
internal sealed record MarkedSource(string Text, TextSpan Span)
{
    public static MarkedSource Parse(string source)
    {
        int start = source.IndexOf("[|", StringComparison.Ordinal);
        int end = source.IndexOf("|]", StringComparison.Ordinal) - "[|".Length;
        Assert.True(start >= 0 && end >= start, "The source marks no place.");
        string text = source.Remove(end + "[|".Length, "|]".Length).Remove(start, "[|".Length);
        Assert.False(text.Contains("[|", StringComparison.Ordinal), "The source marks two places.");
        return new MarkedSource(text, TextSpan.FromBounds(start, end));
    }

    /// <summary>Says where a span is and what it holds.</summary>
    public string Describe(TextSpan span)
    {
        LinePosition start = SourceText.From(Text).Lines.GetLinePosition(span.Start);
        return $"({start.Line + 1},{start.Character + 1}) '{Text.Substring(span.Start, span.Length)}'";
    }
}
