using System.Buffers.Text;
using System.Text.Json;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Aws.Responses;

/// <summary>Reads consumed capacity and item collection metrics.</summary>
internal static class CapacityReading
{
    /// <summary>The capacities of several tables.</summary>
    public static Sequence<ConsumedCapacity> ReadAll(ReadOnlySpan<byte> json)
    {
        var capacities = new List<ConsumedCapacity>();
        var elements = new JsonMembers(json);
        while (elements.Next())
        {
            capacities.Add(Read(elements.ValueSpan));
        }

        return Sequence.From(capacities);
    }

    /// <summary>The capacity of one table.</summary>
    public static ConsumedCapacity Read(ReadOnlySpan<byte> json)
    {
        string tableName = "";
        double units = 0;
        double? read = null;
        double? write = null;
        double? table = null;
        Sequence<IndexCapacity> locals = default;
        Sequence<IndexCapacity> globals = default;
        var members = new JsonMembers(json);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            ReadOnlySpan<byte> value = members.ValueSpan;
            switch (name)
            {
                case var _ when name.SequenceEqual("TableName"u8):
                    tableName = Text(value);
                    break;
                case var _ when name.SequenceEqual("CapacityUnits"u8):
                    units = Number(value);
                    break;
                case var _ when name.SequenceEqual("ReadCapacityUnits"u8):
                    read = Number(value);
                    break;
                case var _ when name.SequenceEqual("WriteCapacityUnits"u8):
                    write = Number(value);
                    break;
                case var _ when name.SequenceEqual("Table"u8):
                    table = UnitsOf(value);
                    break;
                case var _ when name.SequenceEqual("LocalSecondaryIndexes"u8):
                    locals = ReadIndexes(value);
                    break;
                case var _ when name.SequenceEqual("GlobalSecondaryIndexes"u8):
                    globals = ReadIndexes(value);
                    break;
                default:
                    break;
            }
        }

        return new ConsumedCapacity(tableName, units)
        {
            ReadCapacityUnits = read,
            WriteCapacityUnits = write,
            TableCapacityUnits = table,
            LocalSecondaryIndexes = locals,
            GlobalSecondaryIndexes = globals,
        };
    }

    /// <summary>The size of an item collection.</summary>
    public static ItemCollectionMetrics? ReadMetrics(ReadOnlySpan<byte> json)
    {
        AttributeValue? key = null;
        List<double> range = [];
        var members = new JsonMembers(json);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("ItemCollectionKey"u8))
            {
                foreach ((string _, AttributeValue value) in ItemCodec.Decode(members.ValueSpan, ItemEncoding.Json))
                {
                    key = value;
                }
            }
            else if (name.SequenceEqual("SizeEstimateRangeGB"u8))
            {
                var bounds = new JsonMembers(members.ValueSpan);
                while (bounds.Next())
                {
                    range.Add(Number(bounds.ValueSpan));
                }
            }
        }

        return key is { } found && range.Count == 2 ? new ItemCollectionMetrics(found, range[0], range[1]) : null;
    }

    /// <summary>A JSON number.</summary>
    public static double Number(ReadOnlySpan<byte> json) => Utf8Parser.TryParse(json, out double value, out _) ? value : throw JsonMembers.Unreadable();

    /// <summary>A JSON string.</summary>
    public static string Text(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw JsonMembers.Unreadable();
    }

    private static Sequence<IndexCapacity> ReadIndexes(ReadOnlySpan<byte> json)
    {
        var indexes = new List<IndexCapacity>();
        var members = new JsonMembers(json);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            indexes.Add(new IndexCapacity(System.Text.Encoding.UTF8.GetString(name), UnitsOf(members.ValueSpan)));
        }

        return Sequence.From(indexes);
    }

    private static double UnitsOf(ReadOnlySpan<byte> json)
    {
        double units = 0;
        var members = new JsonMembers(json);
        while (members.Next(out ReadOnlySpan<byte> name))
        {
            units = name.SequenceEqual("CapacityUnits"u8) ? Number(members.ValueSpan) : units;
        }

        return units;
    }
}
