using System.Text;
using System.Text.RegularExpressions;
using Keyfold.Items;
using Keyfold.Protocol.Expressions;

namespace Keyfold.Protocol.Tests.Expressions;

/// <summary>
/// What the placeholders of the tests' expressions stand for: values of all types under short names, the string "x" under any other, and nothing under
/// <c>:u</c> and <c>#u</c>. A <c>#name</c> stands for "namex".
/// </summary>
internal static partial class SampleValues
{
    private static readonly Dictionary<string, AttributeValue> Values = new(StringComparer.Ordinal)
    {
        [":n"] = 1,
        [":n9"] = 9,
        [":l"] = AttributeValue.List(1, "b"),
        [":m"] = AttributeValue.Map([("a", 1)]),
        [":ss"] = AttributeValue.StringSet("a", "b"),
        [":ns"] = AttributeValue.NumberSet(1),
        [":bs"] = AttributeValue.BinarySet(new byte[] { 0x61 }),
        [":bool"] = true,
        [":null"] = AttributeValue.Null,
        [":b"] = AttributeValue.Binary(new byte[] { 0x61 }),
        [":b2"] = AttributeValue.Binary(new byte[] { 0x62 }),
        [":t"] = "N",
        [":s"] = "str",
    };

    public static AttributeValue Of(string key) => Values.TryGetValue(key, out AttributeValue value) ? value : "x";

    public static IEnumerable<string> ValueKeys(string expression) => Distinct(ValueKey().Matches(expression), ":u");

    public static IEnumerable<string> NameKeys(string expression) => Distinct(NameKey().Matches(expression), "#u");

    public static Placeholders For(string expression)
    {
        Placeholders placeholders = new();
        foreach (string key in NameKeys(expression))
        {
            placeholders.AddName(Encoding.UTF8.GetBytes(key), key[1..] + "x");
        }

        foreach (string key in ValueKeys(expression))
        {
            placeholders.AddValue(Encoding.UTF8.GetBytes(key), Of(key));
        }

        return placeholders;
    }

    private static IEnumerable<string> Distinct(MatchCollection matches, string undefined) =>
        matches.Select(match => match.Value).Where(key => key != undefined).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(":[A-Za-z0-9_]+", RegexOptions.None, 1000)]
    private static partial Regex ValueKey();

    [GeneratedRegex("#[A-Za-z0-9_]+", RegexOptions.None, 1000)]
    private static partial Regex NameKey();
}
