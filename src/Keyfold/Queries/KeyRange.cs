using System.ComponentModel;
using System.Text;
using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Templates;

namespace Keyfold;

/// <summary>
/// Narrows plans by a part of the sort key. Where keys go on behind the part, the last key of a value is the part's text and U+10FFFF, which no key contains;
/// where the part is the end, it is the text itself.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KeyRange
{
    /// <summary>Those whose part is a value. The plan then goes on to the next part.</summary>
    public static QueryPlan Is<T>(QueryPlan plan, KeyPart<T> part, T value)
    {
        KeyTemplate sort = plan.Pattern.Sort!;
        string text = Text(plan, part, value) + sort.TextAfter(part, out bool isLast);
        return plan with { SortPrefix = text, Sort = [new KeyTerm(sort.AttributeName, isLast ? KeyOperator.Equal : KeyOperator.BeginsWith, text)] };
    }

    /// <summary>Those whose part begins with a text.</summary>
    public static QueryPlan BeginsWith(QueryPlan plan, KeyPart<string> part, string value) =>
        With(plan, KeyOperator.BeginsWith, Text(plan, part, value));

    /// <summary>Those whose part is between two values, both included.</summary>
    /// <exception cref="ArgumentException">The upper bound is less than the lower one.</exception>
    public static QueryPlan Between<T>(QueryPlan plan, KeyPart<T> part, T lower, T upper)
    {
        (string lowerText, bool lowerIsExact) = Floor(plan, part, lower);
        (string upperText, _) = Floor(plan, part, upper);
        if (Encoding.UTF8.GetBytes(lowerText).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(upperText)) > 0)
        {
            throw new ArgumentException(
                $"The range of {part.Property} ends before it begins: its bounds are \"{lowerText}\" and \"{upperText}\".", nameof(upper));
        }

        return With(plan, KeyOperator.Between, lowerIsExact ? lowerText : JustAfter(plan, part, lowerText), LastOf(plan, part, upperText));
    }

    /// <summary>Those whose part is a value or comes after it.</summary>
    public static QueryPlan From<T>(QueryPlan plan, KeyPart<T> part, T value)
    {
        (string text, bool isExact) = Floor(plan, part, value);
        return AtLeast(plan, isExact ? text : JustAfter(plan, part, text));
    }

    /// <summary>Those whose part comes after a value.</summary>
    public static QueryPlan After<T>(QueryPlan plan, KeyPart<T> part, T value) => AtLeast(plan, JustAfter(plan, part, Floor(plan, part, value).Text));

    /// <summary>Those whose part is a value or comes before it.</summary>
    public static QueryPlan Until<T>(QueryPlan plan, KeyPart<T> part, T value) => AtMost(plan, LastOf(plan, part, Floor(plan, part, value).Text));

    /// <summary>Those whose part comes before a value.</summary>
    public static QueryPlan Before<T>(QueryPlan plan, KeyPart<T> part, T value)
    {
        (string text, bool isExact) = Floor(plan, part, value);
        if (!isExact)
        {
            return AtMost(plan, LastOf(plan, part, text));
        }

        return plan.SortPrefix.Length == 0 ? With(plan, KeyOperator.LessThan, text) : AtMost(plan, JustBefore(text));
    }

    /// <summary>Those whose sort key attribute, a property itself, compares with a value.</summary>
    public static QueryPlan Plain<T>(QueryPlan plan, string attribute, KeyOperator comparison, ValueEncoder<T> encoder, T value) =>
        plan with { Sort = [.. plan.Sort.AsSpan(), new KeyTerm(attribute, comparison, Operand(comparison, encoder, value))] };

    /// <summary>Those whose sort key attribute, a property itself, is between two values, both included.</summary>
    public static QueryPlan PlainBetween<T>(QueryPlan plan, string attribute, ValueEncoder<T> encoder, T lower, T upper) =>
        plan with { Sort = [.. plan.Sort.AsSpan(), new KeyTerm(attribute, KeyOperator.Between, encoder.First(lower), encoder.Last(upper))] };

    /// <summary>One point in time can be stored in several texts, all of which a range takes in or leaves out.</summary>
    private static AttributeValue Operand<T>(KeyOperator comparison, ValueEncoder<T> encoder, T value) => comparison switch
    {
        KeyOperator.LessThan or KeyOperator.GreaterThanOrEqual => encoder.First(value),
        KeyOperator.LessThanOrEqual or KeyOperator.GreaterThan => encoder.Last(value),
        _ => encoder.Encode(value),
    };

    private static QueryPlan AtLeast(QueryPlan plan, string lower) => plan.SortPrefix.Length == 0
        ? With(plan, KeyOperator.GreaterThanOrEqual, lower)
        : With(plan, KeyOperator.Between, lower, plan.SortPrefix + KeyPart.Highest);

    private static QueryPlan AtMost(QueryPlan plan, string upper) => plan.SortPrefix.Length == 0
        ? With(plan, KeyOperator.LessThanOrEqual, upper)
        : With(plan, KeyOperator.Between, plan.SortPrefix, upper);

    private static QueryPlan With(QueryPlan plan, KeyOperator comparison, string value, string? upper = null) =>
        plan with { Sort = [new KeyTerm(plan.Pattern.Sort!.AttributeName, comparison, value, upper is null ? default : AttributeValue.String(upper))] };

    private static string LastOf(QueryPlan plan, KeyPart part, string text) => plan.Pattern.Sort!.GoesOnAfter(part) ? text + KeyPart.Highest : text;

    private static string JustAfter(QueryPlan plan, KeyPart part, string text) => text + (plan.Pattern.Sort!.GoesOnAfter(part) ? KeyPart.Highest : "\0");

    /// <summary>
    /// The greatest text that a key can begin with and that is less than a given one. Keys do not contain U+10FFFF, so that it is the one before in its last
    /// character, with that behind it.
    /// </summary>
    private static string JustBefore(string text)
    {
        Rune.DecodeLastFromUtf16(text, out Rune last, out int length);
        string rest = text[..^length];
        return last.Value switch
        {
            0 => rest,
            0xE000 => rest + '\uD7FF' + KeyPart.Highest,
            _ => rest + new Rune(last.Value - 1) + KeyPart.Highest,
        };
    }

    private static string Text<T>(QueryPlan plan, KeyPart<T> part, T value)
    {
        var key = new KeyWriter(stackalloc byte[KeyTemplate.StackBytes]);
        key.String(plan.SortPrefix);
        part.Append(ref key, value);
        return Finish(ref key);
    }

    private static (string Text, bool IsExact) Floor<T>(QueryPlan plan, KeyPart<T> part, T value)
    {
        var key = new KeyWriter(stackalloc byte[KeyTemplate.StackBytes]);
        key.String(plan.SortPrefix);
        bool isExact = part.AppendFloor(ref key, value);
        return (Finish(ref key), isExact);
    }

    private static string Finish(ref KeyWriter key)
    {
        string text = Encoding.UTF8.GetString(key.PartitionBytes);
        key.Dispose();
        return text;
    }
}
