using System.Text;

namespace Keyfold.Engine.Evaluation;

/// <summary>Top-level attributes by name, such as those that an index projects: made once, applied to each item.</summary>
internal sealed class AttributeSelection
{
    private readonly byte[][] _names;

    /// <summary>A selection of names, in any order; repeated ones count once.</summary>
    public AttributeSelection(IEnumerable<string> names)
    {
        _names = [.. names.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
        Array.Sort(_names, static (left, right) => left.AsSpan().SequenceCompareTo(right));
    }

    /// <summary>The names in UTF-8, in ascending order of their bytes.</summary>
    public ReadOnlySpan<byte[]> Names => _names;
}
