using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Generator.Emit;

/// <summary>Values and names as C#.</summary>
internal static class Literals
{
    public static string Quoted(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Utf8(string text) => Quoted(text) + "u8";

    public static string Utf8Length(string text) => Text(Encoding.UTF8.GetByteCount(text));

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Flag(bool value) => value ? "true" : "false";

    /// <summary>Whether JSON has no escapes for a text.</summary>
    public static bool IsPlain(string text) => text.All(character => character is >= ' ' and not ('"' or '\\'));

    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Text in a documentation comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
