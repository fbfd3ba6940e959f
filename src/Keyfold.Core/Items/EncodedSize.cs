namespace Keyfold.Items;

/// <summary>DynamoDB's size and depth of values in the binary encoding.</summary>
internal static class EncodedSize
{
    public static int Of(EncodedValue value, int levels)
    {
        Descend(ref levels);
        switch (value.Type)
        {
            case AttributeType.String or AttributeType.Binary:
                return value.Content.Length;
            case AttributeType.Number:
                return value.AsNumber().SizeInBytes;
            case AttributeType.Boolean or AttributeType.Null:
                return 1;
            case AttributeType.Map:
                int map = 3;
                foreach (var attribute in value.AsMap())
                {
                    map += 1 + attribute.Name.Length + Of(attribute.Value, levels);
                }

                return map;
            default:
                int size = value.Type == AttributeType.List ? 3 : 0;
                int perElement = value.Type == AttributeType.List ? 1 : 0;
                foreach (var element in value.Elements)
                {
                    size += perElement + Of(element, levels);
                }

                return size;
        }
    }

    public static int DepthOf(EncodedValue value, int levels)
    {
        Descend(ref levels);
        int deepest = 0;
        if (value.Type == AttributeType.Map)
        {
            foreach (var attribute in value.AsMap())
            {
                deepest = Math.Max(deepest, DepthOf(attribute.Value, levels));
            }

            return deepest + 1;
        }

        if (value.Type == AttributeType.List)
        {
            foreach (var element in value.Elements)
            {
                deepest = Math.Max(deepest, DepthOf(element, levels));
            }

            return deepest + 1;
        }

        return 0;
    }

    // damaged bytes may nest without end; what a writer made does not
    private static void Descend(ref int levels)
    {
        if (levels-- < 0)
        {
            ItemFormatException.ThrowCorrupt();
        }
    }
}
