using System.ComponentModel;
using Keyfold.Items;

namespace Keyfold;

/// <summary>A type that writes itself into a map or an item and reads itself back. Generated for documents and entities.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDocument<TSelf>
    where TSelf : notnull, IDocument<TSelf>
{
    /// <summary>Writes names and values. The caller has begun the map or item, and ends it.</summary>
    static abstract void Write<TWriter>(ref TWriter writer, TSelf value)
        where TWriter : struct, IItemWriter, allows ref struct;

    /// <summary>Reads names and values to the end. The caller has entered the map or item. Names that the type does not know are passed over.</summary>
    static abstract TSelf Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct;
}
