namespace Keyfold.Items;

/// <summary>Writes items and values from their object form.</summary>
internal static class ItemObjectWriting
{
    public static void Attributes<TWriter>(ref TWriter writer, Item item)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        foreach (var (name, value) in item)
        {
            writer.Name(name.AsSpan());
            Value(ref writer, in value);
        }
    }

    public static void Value<TWriter>(ref TWriter writer, in AttributeValue value)
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
                    Value(ref writer, in element);
                }

                writer.EndList();
                break;
            case AttributeType.Map:
                writer.BeginMap();
                Attributes(ref writer, value.AsMap());
                writer.EndMap();
                break;
            default:
                Set(ref writer, in value);
                break;
        }
    }

    private static void Set<TWriter>(ref TWriter writer, in AttributeValue value)
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
}
