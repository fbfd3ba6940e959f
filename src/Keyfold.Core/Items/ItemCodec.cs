namespace Keyfold.Items;

/// <summary>Items and values as objects, to and from either encoding.</summary>
public static class ItemCodec
{
    /// <summary>Encodes an item.</summary>
    /// <exception cref="ItemFormatException">The item nests too deeply, or a text has a surrogate without its pair.</exception>
    public static byte[] Encode(Item item, ItemEncoding encoding) => encoding switch
    {
        ItemEncoding.Binary => EncodeBinary(item),
        ItemEncoding.Json => EncodeJson(item),
        _ => throw Unknown(encoding),
    };

    /// <summary>Decodes an item.</summary>
    /// <exception cref="ItemFormatException">The bytes are not an item in this encoding.</exception>
    public static Item Decode(ReadOnlySpan<byte> encodedItem, ItemEncoding encoding)
    {
        switch (encoding)
        {
            case ItemEncoding.Binary:
                var binary = new BinaryItemReader(encodedItem);
                return Read(ref binary);
            case ItemEncoding.Json:
                var json = new JsonItemReader(encodedItem);
                return Read(ref json);
            default:
                throw Unknown(encoding);
        }
    }

    /// <summary>Makes the binary encoding of an item in DynamoDB's JSON.</summary>
    /// <exception cref="ItemFormatException">The JSON is not an item, or one that DynamoDB would not take.</exception>
    public static byte[] ToBinary(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new JsonItemReader(utf8Json);
        var writer = BinaryItemWriter.Rent();
        try
        {
            Copy(ref reader, ref writer);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Makes DynamoDB's JSON of an item in the binary encoding.</summary>
    /// <exception cref="ItemFormatException">The bytes are not an item.</exception>
    public static byte[] ToJson(ReadOnlySpan<byte> encodedItem)
    {
        var reader = new BinaryItemReader(encodedItem);
        var writer = JsonItemWriter.Rent();
        try
        {
            Copy(ref reader, ref writer);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Encodes one value in the binary encoding, for <see cref="EncodedValue"/>.</summary>
    /// <exception cref="ItemFormatException">The value nests too deeply, or a text has a surrogate without its pair.</exception>
    public static byte[] EncodeValue(in AttributeValue value)
    {
        var writer = BinaryItemWriter.Rent();
        try
        {
            writer.BeginSingleValue();
            WriteValue(ref writer, in value);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Decodes one value of the binary encoding.</summary>
    /// <exception cref="ItemFormatException">The bytes are not a value.</exception>
    public static AttributeValue DecodeValue(ReadOnlySpan<byte> encodedValue)
    {
        var reader = BinaryItemReader.ForValue(encodedValue);
        var value = ReadValue(ref reader);
        if (reader.NextElement())
        {
            ItemFormatException.ThrowCorrupt();
        }

        return value;
    }

    /// <summary>Writes a whole item.</summary>
    public static void Write<TWriter>(ref TWriter writer, Item item)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        writer.BeginItem();
        ItemObjectWriting.Attributes(ref writer, item);
        writer.EndItem();
    }

    /// <summary>Reads a whole item.</summary>
    public static Item Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginItem();
        return ItemObjectReading.Attributes(ref reader);
    }

    /// <summary>Writes what the reader reads: a whole item, from any encoding to any.</summary>
    public static void Copy<TReader, TWriter>(ref TReader reader, ref TWriter writer)
        where TReader : struct, IItemReader, allows ref struct
        where TWriter : struct, IItemWriter, allows ref struct => ItemCopy.Item(ref reader, ref writer);

    /// <summary>Writes the current value of the reader.</summary>
    public static void CopyValue<TReader, TWriter>(ref TReader reader, ref TWriter writer)
        where TReader : struct, IItemReader, allows ref struct
        where TWriter : struct, IItemWriter, allows ref struct => ItemCopy.Value(ref reader, ref writer);

    /// <summary>Writes a value.</summary>
    public static void WriteValue<TWriter>(ref TWriter writer, in AttributeValue value)
        where TWriter : struct, IItemWriter, allows ref struct => ItemObjectWriting.Value(ref writer, in value);

    /// <summary>Reads the current value.</summary>
    public static AttributeValue ReadValue<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct => ItemObjectReading.Value(ref reader);

    private static byte[] EncodeBinary(Item item)
    {
        var writer = BinaryItemWriter.Rent();
        try
        {
            Write(ref writer, item);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static byte[] EncodeJson(Item item)
    {
        var writer = JsonItemWriter.Rent();
        try
        {
            Write(ref writer, item);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static ArgumentOutOfRangeException Unknown(ItemEncoding encoding) => new(nameof(encoding), encoding, "Unknown encoding.");
}
