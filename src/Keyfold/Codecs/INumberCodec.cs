using System.ComponentModel;
using Keyfold.Items;

namespace Keyfold.Codecs;

/// <summary>A codec of values that are stored as numbers.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INumberCodec<T> : ICodec<T>
{
    /// <summary>The number that is stored for a value.</summary>
    static abstract Number ToNumber(T value);
}
