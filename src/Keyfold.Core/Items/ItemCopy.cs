namespace Keyfold.Items;

/// <summary>Writes what a reader reads, value by value and without objects between.</summary>
internal static class ItemCopy
{
    public static void Item<TReader, TWriter>(ref TReader reader, ref TWriter writer)
        where TReader : struct, IItemReader, allows ref struct
        where TWriter : struct, IItemWriter, allows ref struct
    {
        reader.BeginItem();
        writer.BeginItem();
        Attributes(ref reader, ref writer);
        writer.EndItem();
    }

    public static void Value<TReader, TWriter>(ref TReader reader, ref TWriter writer)
        where TReader : struct, IItemReader, allows ref struct
        where TWriter : struct, IItemWriter, allows ref struct
    {
        switch (reader.Type)
        {
            case AttributeType.Boolean:
                writer.Boolean(reader.GetBoolean());
                break;
            case AttributeType.Null:
                reader.Skip();
                writer.Null();
                break;
            case AttributeType.List:
                reader.BeginList(out _);
                writer.BeginList();
                Elements(ref reader, ref writer);
                writer.EndList();
                break;
            case AttributeType.Map:
                reader.BeginMap();
                writer.BeginMap();
                Attributes(ref reader, ref writer);
                writer.EndMap();
                break;
            case AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet:
                writer.BeginSet(reader.Type);
                reader.BeginSet(out _);
                Elements(ref reader, ref writer);
                writer.EndSet();
                break;
            default:
                OrderedValue(ref reader, ref writer);
                break;
        }
    }

    private static void OrderedValue<TReader, TWriter>(ref TReader reader, ref TWriter writer)
        where TReader : struct, IItemReader, allows ref struct
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (reader.TryGetUtf8(out var text))
        {
            writer.Utf8String(text);
        }
        else if (reader.TryGetInt64(out long integer))
        {
            writer.Number(integer);
        }
        else if (reader.Type == AttributeType.Number)
        {
            writer.Number(reader.GetNumber());
        }
        else
        {
            writer.Binary(reader.GetBinary());
        }
    }

    private static void Attributes<TReader, TWriter>(ref TReader reader, ref TWriter writer)
        where TReader : struct, IItemReader, allows ref struct
        where TWriter : struct, IItemWriter, allows ref struct
    {
        while (reader.NextName(out var name))
        {
            writer.Name(name);
            Value(ref reader, ref writer);
        }
    }

    private static void Elements<TReader, TWriter>(ref TReader reader, ref TWriter writer)
        where TReader : struct, IItemReader, allows ref struct
        where TWriter : struct, IItemWriter, allows ref struct
    {
        while (reader.NextElement())
        {
            Value(ref reader, ref writer);
        }
    }
}
