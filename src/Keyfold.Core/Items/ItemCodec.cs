using System.Text;

namespace Keyfold.Items;

/// <summary>Items and values as objects, to and from either encoding.</summary>
public static class ItemCodec
{
    /// <summary>Encodes an item.</summary>
    /// <exception cref="ItemFormatException">The item nests too deeply, or a text has a surrogate without its pair.</exception>
    public static byte[] Encode(Item item, ItemEncoding encoding)
    {
        RequireBinary(encoding);
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

    /// <summary>Decodes an item.</summary>
    /// <exception cref="ItemFormatException">The bytes are not an item in this encoding.</exception>
    public static Item Decode(ReadOnlySpan<byte> encodedItem, ItemEncoding encoding)
    {
        RequireBinary(encoding);
        var reader = new BinaryItemReader(encodedItem);
        return Read(ref reader);
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
        WriteAttributes(ref writer, item);
        writer.EndItem();
    }

    /// <summary>Reads a whole item.</summary>
    public static Item Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginItem();
        return ReadAttributes(ref reader);
    }

    /// <summary>Writes a value.</summary>
    public static void WriteValue<TWriter>(ref TWriter writer, in AttributeValue value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        switch (value.Type)
        {
            case AttributeType.String:
                writer.String(value.AsString());
                break;
            case AttributeType.Number:
                writer.Number(value.AsNumber());
                break;
            case AttributeType.Binary:
                writer.Binary(value.AsBinary().Span);
                break;
            case AttributeType.Boolean:
                writer.Boolean(value.AsBoolean());
                break;
            case AttributeType.Null:
                writer.Null();
                break;
            case AttributeType.List:
                writer.BeginList();
                foreach (var element in value.AsList())
                {
                    WriteValue(ref writer, in element);
                }

                writer.EndList();
                break;
            case AttributeType.Map:
                writer.BeginMap();
                WriteAttributes(ref writer, value.AsMap());
                writer.EndMap();
                break;
            default:
                WriteSet(ref writer, in value);
                break;
        }
    }

    /// <summary>Reads the current value.</summary>
    public static AttributeValue ReadValue<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        switch (reader.Type)
        {
            case AttributeType.String:
                return reader.GetString();
            case AttributeType.Number:
                return reader.GetNumber();
            case AttributeType.Binary:
                return AttributeValue.Binary(reader.GetBinary().ToArray());
            case AttributeType.Boolean:
                return reader.GetBoolean();
            case AttributeType.Null:
                reader.Skip();
                return AttributeValue.Null;
            case AttributeType.List:
                return ReadList(ref reader);
            case AttributeType.Map:
                reader.BeginMap();
                return ReadAttributes(ref reader);
            default:
                return ReadSet(ref reader);
        }
    }

    private static void WriteAttributes<TWriter>(ref TWriter writer, Item item)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        foreach (var (name, value) in item)
        {
            writer.Name(name.AsSpan());
            WriteValue(ref writer, in value);
        }
    }

    private static void WriteSet<TWriter>(ref TWriter writer, in AttributeValue value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        writer.BeginSet(value.Type);
        switch (value.Type)
        {
            case AttributeType.StringSet:
                foreach (string member in value.AsStringSet())
                {
                    writer.String(member);
                }

                break;
            case AttributeType.NumberSet:
                foreach (var member in value.AsNumberSet())
                {
                    writer.Number(in member);
                }

                break;
            default:
                foreach (var member in value.AsBinarySet())
                {
                    writer.Binary(member.Span);
                }

                break;
        }

        writer.EndSet();
    }

    private static Item ReadAttributes<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        var attributes = new List<(string, AttributeValue)>();
        while (reader.NextName(out var name))
        {
            attributes.Add((Encoding.UTF8.GetString(name), ReadValue(ref reader)));
        }

        return Item.Create([.. attributes]);
    }

    private static AttributeValue ReadList<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginList(out _);
        var elements = new List<AttributeValue>();
        while (reader.NextElement())
        {
            elements.Add(ReadValue(ref reader));
        }

        return AttributeValue.List([.. elements]);
    }

    private static AttributeValue ReadSet<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        var type = reader.Type;
        reader.BeginSet(out _);
        switch (type)
        {
            case AttributeType.StringSet:
                var strings = new List<string>();
                while (reader.NextElement())
                {
                    strings.Add(reader.GetString());
                }

                return AttributeValue.StringSet([.. strings]);
            case AttributeType.NumberSet:
                var numbers = new List<Number>();
                while (reader.NextElement())
                {
                    numbers.Add(reader.GetNumber());
                }

                return AttributeValue.NumberSet([.. numbers]);
            default:
                var binaries = new List<ReadOnlyMemory<byte>>();
                while (reader.NextElement())
                {
                    binaries.Add(reader.GetBinary().ToArray());
                }

                return AttributeValue.BinarySet([.. binaries]);
        }
    }

    private static void RequireBinary(ItemEncoding encoding)
    {
        if (encoding != ItemEncoding.Binary)
        {
            throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Unknown encoding.");
        }
    }
}
