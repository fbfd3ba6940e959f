using System.Globalization;
using System.Text;

namespace Keyfold.Expressions;

/// <summary>One step of a document path: an attribute or map member by name, or a list element by index.</summary>
public readonly struct PathElement : IEquatable<PathElement>
{
    private readonly byte[]? _utf8Name;

    private PathElement(string? name, int index)
    {
        Name = name;
        Index = index;
        _utf8Name = name is null ? null : Encoding.UTF8.GetBytes(name);
    }

    /// <summary>A step by name.</summary>
    /// <param name="name">The attribute's or map member's literal name; dots and brackets in it have no meaning.</param>
    public static PathElement Member(string name) => new(name, -1);

    /// <summary>A step into a list.</summary>
    /// <param name="index">The element's position, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static PathElement Element(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new PathElement(null, index);
    }

    /// <summary>The name, or null for a list element.</summary>
    public string? Name { get; }

    /// <summary>The position in a list, or -1 for a name.</summary>
    public int Index { get; }

    /// <summary>Whether this step goes by name.</summary>
    public bool IsMember => Name is not null;

    /// <summary>The name in UTF-8, encoded once when the path was made; empty for a list element.</summary>
    public ReadOnlySpan<byte> Utf8Name => _utf8Name;

    /// <inheritdoc/>
    public bool Equals(PathElement other) => Index == other.Index && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PathElement other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name is null ? Index : StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Whether two steps are the same.</summary>
    public static bool operator ==(PathElement left, PathElement right) => left.Equals(right);

    /// <summary>Whether two steps differ.</summary>
    public static bool operator !=(PathElement left, PathElement right) => !left.Equals(right);

    /// <summary>The name, or the index between brackets, as DynamoDB's messages print it.</summary>
    public override string ToString() => Name ?? string.Create(CultureInfo.InvariantCulture, $"[{Index}]");
}
