using System.Text;

namespace Keyfold.Items;

/// <summary>Reads items and values into their object form.</summary>
internal static class ItemObjectReading
{
    public static Item Attributes<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        var attributes = new List<(string, AttributeValue)>();
        while (reader.NextName(out var name))
        {
            attributes.Add((Encoding.UTF8.GetString(name), Value(ref reader)));
        }

        return Item.Create([.. attributes]);
    }

    public static AttributeValue Value<TReader>(ref TReader reader)
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
                return List(ref reader);
            case AttributeType.Map:
                reader.BeginMap();
                return Attributes(ref reader);
            default:
                return Set(ref reader);
        }
    }

    private static AttributeValue List<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginList(out _);
        var elements = new List<AttributeValue>();
        while (reader.NextElement())
        {
            elements.Add(Value(ref reader));
        }

        return AttributeValue.List([.. elements]);
    }

    private static AttributeValue Set<TReader>(ref TReader reader)
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
}
