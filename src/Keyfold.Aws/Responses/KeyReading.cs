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
            key.Value(attributes[schema.Partition[0].Name]);
            if (schema.HasSort)
            {
                key.Sort();
                key.Value(attributes[schema.Sort[0].Name]);
            }

            return key.ToKey();
        }
        finally
        {
            key.Dispose();
        }
    }
}
