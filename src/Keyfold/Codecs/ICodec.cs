using System.ComponentModel;
using Keyfold.Items;

namespace Keyfold.Codecs;

/// <summary>
/// How values of a type are stored. Generated code names codecs as type arguments, so that a list of nullable enums is one type known to the compiler
/// and nothing is looked up when it runs.
/// </summary>
/// <remarks>For every value that <see cref="Write"/> takes, <see cref="Read"/> gives an equal one; any other value is refused, never changed.</remarks>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICodec<T>
{
    /// <summary>Writes one value.</summary>
    static abstract void Write<TWriter>(ref TWriter writer, T value)
        where TWriter : struct, IItemWriter, allows ref struct;

    /// <summary>Takes the reader's current value.</summary>
    static abstract T Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct;
}
