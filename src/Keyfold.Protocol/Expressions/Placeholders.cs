using System.Diagnostics.CodeAnalysis;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.Expressions;

/// <summary>What the <c>#names</c> and <c>:values</c> of a request's expressions stand for, and which of them were used.</summary>
/// <remarks>Serves all expressions of one request, one after the other: what none of them uses is an error.</remarks>
internal sealed class Placeholders
{
    /// <summary>Those of a request without any.</summary>
    public static readonly Placeholders None = new();

    private readonly List<Entry<PathElement>> _names = [];
    private readonly List<Entry<AttributeValue>> _values = [];

    /// <summary>All names, by their placeholders.</summary>
    public IEnumerable<(ReadOnlyMemory<byte> Key, string Name)> Names => _names.Select(entry => (entry.Key, entry.Meaning.Name!));

    /// <summary>Defines a <c>#name</c>.</summary>
    /// <param name="key">The placeholder with its #.</param>
    /// <param name="name">The literal name.</param>
    public void AddName(ReadOnlyMemory<byte> key, string name) => _names.Add(new Entry<PathElement>(key, PathElement.Member(name)));

    /// <summary>Defines a <c>:value</c>.</summary>
    /// <param name="key">The placeholder with its colon.</param>
    /// <param name="value">The value.</param>
    public void AddValue(ReadOnlyMemory<byte> key, AttributeValue value) => _values.Add(new Entry<AttributeValue>(key, value));

    /// <summary>Finds what a <c>#name</c> stands for, and marks it as used.</summary>
    public bool TryUseName(ReadOnlySpan<byte> key, out PathElement name) => TryUse(_names, key, out name);

    /// <summary>Finds what a <c>:value</c> stands for, and marks it as used.</summary>
    public bool TryUseValue(ReadOnlySpan<byte> key, out AttributeValue value) => TryUse(_values, key, out value);

    /// <summary>Checks that the expressions used every name, then that they used every value.</summary>
    /// <exception cref="Storage.StorageException">They did not.</exception>
    public void RequireAllUsed()
    {
        if (Unused(_names) is { } names)
        {
            throw PlaceholderErrors.UnusedNames(names);
        }

        if (Unused(_values) is { } values)
        {
            throw PlaceholderErrors.UnusedValues(values);
        }
    }

    private static bool TryUse<T>(List<Entry<T>> entries, ReadOnlySpan<byte> key, [MaybeNullWhen(false)] out T meaning)
    {
        // the last one counts, as with every member that JSON has twice
        for (int i = entries.Count - 1; i >= 0; i--)
        {
            if (entries[i].Key.Span.SequenceEqual(key))
            {
                entries[i].IsUsed = true;
                meaning = entries[i].Meaning;
                return true;
            }
        }

        meaning = default;
        return false;
    }

    private static string? Unused<T>(List<Entry<T>> entries)
    {
        List<string>? keys = null;
        foreach (Entry<T> entry in entries)
        {
            if (!entry.IsUsed)
            {
                (keys ??= []).Add(Encoding.UTF8.GetString(entry.Key.Span));
            }
        }

        keys?.Sort(StringComparer.Ordinal);
        return keys is null ? null : string.Join(", ", keys);
    }

    private sealed class Entry<T>(ReadOnlyMemory<byte> key, T meaning)
    {
        public ReadOnlyMemory<byte> Key { get; } = key;

        public T Meaning { get; } = meaning;

        public bool IsUsed { get; set; }
    }
}
