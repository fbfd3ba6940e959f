using Keyfold.Engine.Evaluation;
using Keyfold.Engine.Keys;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Engine.Reads;

/// <summary>The range of keys that a Query reads: of one hash, from one key on and before another.</summary>
/// <param name="Hash">The hash of the partition key.</param>
/// <param name="Lower">The first key of the range.</param>
/// <param name="Upper">The first key after the range.</param>
internal readonly record struct KeyBounds(ulong Hash, KeySlice Lower, KeySlice Upper)
{
    private const int ScratchBytes = 256;

    /// <summary>Turns a key condition that fits its source into key bytes.</summary>
    /// <param name="source">The table or index.</param>
    /// <param name="range">The key condition.</param>
    /// <param name="arena">Where the keys go.</param>
    public static KeyBounds Of(ReadSource source, in KeyRange range, KeyArena arena)
    {
        KeySlice prefix = WriteEqualities(source, range, arena, out ulong hash);
        if (range.HasRange)
        {
            return OfRange(source, range, hash, prefix, arena);
        }

        return IsWholeKey(source, range)
            ? new KeyBounds(hash, prefix, arena.After(prefix))
            : new KeyBounds(hash, prefix, arena.Past(prefix));
    }

    /// <summary>The same range from behind a key on.</summary>
    public KeyBounds StartingAfter(KeySlice key, KeyArena arena) => this with { Lower = arena.After(key) };

    /// <summary>The same range up to a key.</summary>
    public KeyBounds EndingBefore(KeySlice key) => this with { Upper = key };

    /// <summary>A table's sort value ends its key, so that equality on it asks for one key; in an index the table's key follows.</summary>
    private static bool IsWholeKey(ReadSource source, in KeyRange range) => source.Index is null && range.SortEqualCount == source.Key.Sort.Length;

    private static KeySlice WriteEqualities(ReadSource source, in KeyRange range, KeyArena arena, out ulong hash)
    {
        Span<byte> scratch = stackalloc byte[ScratchBytes];
        arena.Begin();
        int place = arena.BeginLength();
        for (int position = 0; position < range.PartitionCount; position++)
        {
            source.Key.AppendPartition(source.Key.Partition[position], KeyValue.Of(range.PartitionValue(position), scratch), arena);
        }

        arena.EndLength(place);
        hash = KeyHash.Compute(arena.Since(place));
        for (int position = 0; position < range.SortEqualCount; position++)
        {
            AppendSort(source, source.Key.Sort[position], KeyValue.Of(range.SortValue(position), scratch), arena);
        }

        return arena.End();
    }

    private static KeyBounds OfRange(ReadSource source, in KeyRange range, ulong hash, KeySlice prefix, KeyArena arena)
    {
        KeyTerm term = range.Range;
        KeyPart part = source.Key.Sort[range.SortEqualCount];
        KeySlice value = term.Operator == KeyOperator.BeginsWith
            ? WritePrefix(source, prefix, term.Value, arena)
            : WriteSort(source, part, prefix, term.Value, arena);
        return term.Operator switch
        {
            KeyOperator.LessThan => new KeyBounds(hash, prefix, value),
            KeyOperator.LessThanOrEqual => new KeyBounds(hash, prefix, AfterValue(source, value, arena)),
            KeyOperator.GreaterThan => new KeyBounds(hash, AfterValue(source, value, arena), arena.Past(prefix)),
            KeyOperator.GreaterThanOrEqual => new KeyBounds(hash, value, arena.Past(prefix)),
            KeyOperator.Between =>
                new KeyBounds(hash, value, AfterValue(source, WriteSort(source, part, prefix, term.Upper, arena), arena)),
            KeyOperator.BeginsWith => new KeyBounds(hash, value, arena.Past(value)),
            _ => throw new InvalidOperationException($"Broken invariant: {term.Operator} is no range."),
        };
    }

    /// <summary>The first key whose sort value is greater.</summary>
    private static KeySlice AfterValue(ReadSource source, KeySlice value, KeyArena arena) =>
        source.Index is null ? arena.After(value) : arena.Past(value);

    private static KeySlice WriteSort(ReadSource source, KeyPart part, KeySlice prefix, in AttributeValue value, KeyArena arena)
    {
        Span<byte> scratch = stackalloc byte[ScratchBytes];
        arena.Begin();
        arena.Append(prefix);
        AppendSort(source, part, KeyValue.Of(value, scratch), arena);
        return arena.End();
    }

    private static KeySlice WritePrefix(ReadSource source, KeySlice prefix, in AttributeValue value, KeyArena arena)
    {
        Span<byte> scratch = stackalloc byte[ScratchBytes];
        KeyValue text = KeyValue.Of(value, scratch);
        arena.Begin();
        arena.Append(prefix);
        if (source.Index is null)
        {
            arena.Append(text.Content);
        }
        else
        {
            KeyPart.AppendElementPrefix(text, arena);
        }

        return arena.End();
    }

    private static void AppendSort(ReadSource source, KeyPart part, in KeyValue value, KeyArena arena)
    {
        if (source.Index is null)
        {
            part.AppendPlain(value, arena);
        }
        else
        {
            part.AppendElement(value, arena);
        }
    }
}
