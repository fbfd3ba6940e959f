using System.ComponentModel;
using Keyfold.Items;

namespace Keyfold.Codecs;

/// <summary>A value of any of DynamoDB's types, as it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AttributeValueCodec : ICodec<AttributeValue>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, AttributeValue value)
        where TWriter : struct, IItemWriter, allows ref struct => writer.Value(in value);

    /// <inheritdoc/>
    public static AttributeValue Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct => reader.GetValue();
}
