using System.ComponentModel;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Templates;

/// <summary>
/// How one key attribute of an entity is made: constant text and properties in turn, or one property alone. Generated code writes keys itself; the template is
/// for messages, for ranges, and for updates that change a part.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyTemplate
{
    /// <summary>Bytes of stack that generated code gives to a <see cref="KeyWriter"/>: longer keys are rare.</summary>
    public const int StackBytes = 256;

    private readonly KeySegment[] _segments;
    private readonly byte[] _utf8AttributeName;

    /// <summary>Makes a template.</summary>
    /// <param name="entityName">The entity.</param>
    /// <param name="attributeName">The key attribute.</param>
    /// <param name="role">Whether it is a partition key or a sort key.</param>
    /// <param name="segments">Constant texts and parts, in order.</param>
    public KeyTemplate(string entityName, string attributeName, KeyRole role, params ReadOnlySpan<KeySegment> segments)
    {
        EntityName = entityName;
        AttributeName = attributeName;
        _utf8AttributeName = Encoding.UTF8.GetBytes(attributeName);
        Role = role;
        _segments = segments.ToArray();
        for (int index = 0; index < _segments.Length; index++)
        {
            if (_segments[index].Part is { } part)
            {
                part.Template = this;
                part.Separator = index + 1 < _segments.Length ? _segments[index + 1].Text?[0] : null;
            }
        }
    }

    /// <summary>The entity.</summary>
    public string EntityName { get; }

    /// <summary>The key attribute.</summary>
    public string AttributeName { get; }

    /// <summary>Whether it is a partition key or a sort key.</summary>
    public KeyRole Role { get; }

    /// <summary>Constant texts and parts, in order.</summary>
    internal ReadOnlySpan<KeySegment> Segments => _segments;

    /// <summary>The constant text at the beginning; empty if the template begins with a part.</summary>
    internal string Prefix => _segments.Length > 0 ? _segments[0].Text ?? "" : "";

    internal bool HasParts => Array.Exists(_segments, segment => segment.Part is not null);

    /// <summary>Refuses a key that is empty or too long.</summary>
    /// <exception cref="KeyException">It is.</exception>
    public void CheckLength(int utf8Length)
    {
        int lengthMax = Role == KeyRole.Partition ? Limits.PartitionKeyBytesMax : Limits.SortKeyBytesMax;
        if (utf8Length == 0 || utf8Length > lengthMax)
        {
            string problem = utf8Length == 0 ? "is empty, which no key may be" : $"has {utf8Length} bytes, and may have at most {lengthMax}";
            throw KeyException.ForKey(EntityName, ToString(), problem);
        }
    }

    /// <summary>Makes the primary key of what a writer has as its partition key and its sort key, and disposes of it.</summary>
    /// <exception cref="KeyException">One of them is empty or too long.</exception>
    public static ItemKey ToKey(ref KeyWriter key, KeyTemplate partition, KeyTemplate? sort = null)
    {
        partition.CheckLength(key.PartitionBytes.Length);
        sort?.CheckLength(key.SortBytes.Length);
        ItemKey result = key.ToKey();
        key.Dispose();
        return result;
    }

    /// <summary>Writes the attribute.</summary>
    /// <exception cref="KeyException">The text is empty or too long.</exception>
    public void Write<TWriter>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Key)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        CheckLength(utf8Key.Length);
        writer.Name(_utf8AttributeName);
        writer.Utf8String(utf8Key);
    }

    /// <summary>The term of a key condition that the attribute equals the text that a writer has as its partition key.</summary>
    /// <exception cref="KeyException">The text is empty or too long.</exception>
    public KeyTerm ToTerm(ref KeyWriter key)
    {
        CheckLength(key.PartitionBytes.Length);
        var term = new KeyTerm(AttributeName, KeyOperator.Equal, Encoding.UTF8.GetString(key.PartitionBytes));
        key.Dispose();
        return term;
    }

    /// <summary>The template as it was written, with its attribute: <c>SK = "INVOICE#{Date:yyyy-MM-dd}"</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(AttributeName).Append(" = \"");
        foreach (KeySegment segment in _segments)
        {
            if (segment.Part is { } part)
            {
                text.Append('{').Append(part.Property).Append(part.Format is null ? "" : ":" + part.Format).Append('}');
            }
            else
            {
                text.Append(segment.Text!.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>Whether anything stands behind a part.</summary>
    internal bool GoesOnAfter(KeyPart part) => _segments[^1].Part != part;

    /// <summary>The constant text behind a part: up to the next part or the end.</summary>
    internal string TextAfter(KeyPart part, out bool isLast)
    {
        int index = Array.FindIndex(_segments, segment => segment.Part == part);
        isLast = !Array.Exists(_segments[(index + 1)..], segment => segment.Part is not null);
        return index + 1 < _segments.Length ? _segments[index + 1].Text ?? "" : "";
    }
}

/// <summary>Whether a key attribute is part of the partition key or of the sort key.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum KeyRole
{
    /// <summary>It decides in which item collection the item is.</summary>
    Partition,

    /// <summary>It decides where in its collection the item is.</summary>
    Sort,
}

/// <summary>A piece of a key template: constant text or a part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct KeySegment
{
    private KeySegment(string? text, KeyPart? part)
    {
        Text = text;
        Part = part;
    }

    internal string? Text { get; }

    internal KeyPart? Part { get; }

    /// <summary>Constant text.</summary>
    public static implicit operator KeySegment(string text) => new(text, null);

    /// <summary>A part.</summary>
    public static implicit operator KeySegment(KeyPart part) => new(null, part);
}
