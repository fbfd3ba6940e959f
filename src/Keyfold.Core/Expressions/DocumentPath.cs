using System.Text;

namespace Keyfold.Expressions;

/// <summary>
/// Where a value is in an item: an attribute's name, then map members and list elements. See "Specifying item attributes when
/// using expressions" in DynamoDB's developer guide. The depth limit (<see cref="Limits.PathDepthMax"/>) is checked by the backend.
/// </summary>
public sealed class DocumentPath : IEquatable<DocumentPath>
{
    /// <summary>A path of the given steps.</summary>
    /// <param name="elements">The steps; the first one is a name.</param>
    /// <exception cref="ArgumentException">There is no step, or the first one is a list index.</exception>
    public DocumentPath(Sequence<PathElement> elements)
    {
        if (elements.Count == 0 || !elements[0].IsMember)
        {
            throw new ArgumentException("A document path starts with an attribute's name.", nameof(elements));
        }

        Elements = elements;
    }

    /// <summary>The path of a top-level attribute.</summary>
    /// <param name="attributeName">The literal name.</param>
    public DocumentPath(string attributeName)
        : this([PathElement.Member(attributeName)])
    {
    }

    /// <summary>The steps from the item inward.</summary>
    public Sequence<PathElement> Elements { get; }

    /// <summary>The top-level attribute that the path starts at.</summary>
    public string AttributeName => Elements[0].Name!;

    /// <summary>Whether the path is a top-level attribute itself.</summary>
    public bool IsTopLevel => Elements.Count == 1;

    /// <summary>This path and one more step to a map member.</summary>
    public DocumentPath Member(string name) => new([.. Elements.AsSpan(), PathElement.Member(name)]);

    /// <summary>This path and one more step to a list element.</summary>
    public DocumentPath Element(int index) => new([.. Elements.AsSpan(), PathElement.Element(index)]);

    /// <summary>A top-level attribute by name.</summary>
    public static implicit operator DocumentPath(string attributeName) => new(attributeName);

    /// <inheritdoc/>
    public bool Equals(DocumentPath? other) => other is not null && Elements == other.Elements;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DocumentPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Elements.GetHashCode();

    /// <summary>The path in DynamoDB's notation with literal names: <c>Lines[0].Quantity</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new(AttributeName);
        foreach (PathElement element in Elements.AsSpan()[1..])
        {
            text.Append(element.IsMember ? "." : "").Append(element.ToString());
        }

        return text.ToString();
    }
}
