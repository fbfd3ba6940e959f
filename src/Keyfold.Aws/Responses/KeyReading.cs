using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;

namespace Keyfold.Aws.Responses;

/// <summary>Reads keys that come back.</summary>
internal static class KeyReading
{
    private const int StackBytes = 256;

    public static ItemKey Read(ReadOnlySpan<byte> json, KeySchema schema)
    {
        Item attributes = ItemCodec.Decode(json, ItemEncoding.Json);
        var key = new KeyWriter(stackalloc byte[StackBytes]);
        try
        {
            key.Partition();
            Append(ref key, attributes[schema.Partition[0].Name]);
            if (schema.HasSort)
            {
                key.Sort();
                Append(ref key, attributes[schema.Sort[0].Name]);
            }

            return key.ToKey();
        }
        finally
        {
            key.Dispose();
        }
    }

    private static void Append(ref KeyWriter key, in AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.String:
                key.String(value.AsString());
                break;
            case AttributeType.Binary:
                key.Binary(value.AsBinary().Span);
                break;
            default:
                key.Number(value.AsNumber());
                break;
        }
    }
}
