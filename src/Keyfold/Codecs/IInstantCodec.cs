using System.ComponentModel;

namespace Keyfold.Codecs;

/// <summary>
/// A codec of points in time whose text begins with the UTC time in a fixed length and may go on with what does not count in comparisons: the kind of a
/// <see cref="DateTime"/>, the offset of a <see cref="DateTimeOffset"/>.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IInstantCodec<T> : ICodec<T>
{
    /// <summary>The beginning that all texts of one point in time share, as <c>2010-12-01T08:26:00.0000000</c>.</summary>
    static abstract string InstantText(T value);
}
