using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

/// <summary>Writes names and set members in another order than an item has them.</summary>
internal sealed class Shuffle(int seed)
{
    private readonly Random _random = new(seed);

    public void Attributes<TWriter>(ref TWriter writer, Item item)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        (string Name, AttributeValue Value)[] attributes = [.. item];
        _random.Shuffle(attributes);
        foreach (var (name, value) in attributes)
        {
            writer.Name(name.AsSpan());
            Value(ref writer, value);
        }
    }

    private void Value<TWriter>(ref TWriter writer, AttributeValue value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        switch (value.Type)
        {
            case AttributeType.Map:
                writer.BeginMap();
                Attributes(ref writer, value.AsMap());
                writer.EndMap();
                break;
            case AttributeType.List:
                writer.BeginList();
                foreach (var element in value.AsList())
                {
                    Value(ref writer, element);
                }

                writer.EndList();
                break;
            case AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet:
                writer.BeginSet(value.Type);
                foreach (var member in Members(value))
                {
                    writer.Value(in member);
                }

                writer.EndSet();
                break;
            default:
                writer.Value(in value);
                break;
        }
    }

    private AttributeValue[] Members(AttributeValue set)
    {
        AttributeValue[] members = set.Type switch
        {
            AttributeType.StringSet => [.. set.AsStringSet().Select(AttributeValue.String)],
            AttributeType.NumberSet => [.. set.AsNumberSet().Select(AttributeValue.Number)],
            _ => [.. set.AsBinarySet().Select(AttributeValue.Binary)],
        };
        _random.Shuffle(members);
        return members;
    }
}
