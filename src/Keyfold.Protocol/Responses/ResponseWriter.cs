using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;

namespace Keyfold.Protocol.Responses;

/// <summary>
/// Writes the JSON of responses: objects, names and texts as they come, items straight from the binary encoding. Each thread keeps one for its next response.
/// </summary>
internal sealed class ResponseWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        // the body is no part of a web page: only what JSON itself demands is escaped
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ResponseWriter? Kept;

    private ResponseWriter(PooledBuffer buffer)
    {
        Buffer = buffer;
        Json = new Utf8JsonWriter(buffer, Options);
    }

    /// <summary>Where the response goes.</summary>
    public PooledBuffer Buffer { get; private set; }

    /// <summary>For everything but items and figures.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Starts a response.</summary>
    public static ResponseWriter Rent(PooledBuffer buffer)
    {
        if (Kept is not { } kept)
        {
            return new ResponseWriter(buffer);
        }

        Kept = null;
        kept.Buffer = buffer;
        kept.Json.Reset(buffer);
        return kept;
    }

    /// <summary>Writes an encoded item.</summary>
    public void Item(ReadOnlyMemory<byte> encodedItem)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            BinaryItemReader reader = new(encodedItem.Span);
            ItemCodec.Copy(ref reader, ref writer);
            Json.WriteRawValue(writer.WrittenSpan, skipInputValidation: true);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes an item.</summary>
    public void Item(Item item)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            ItemCodec.Write(ref writer, item);
            Json.WriteRawValue(writer.WrittenSpan, skipInputValidation: true);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes a key as the item of its attributes.</summary>
    public void Key(ItemKey key, KeySchema schema)
    {
        Keyfold.Items.Item attributes = [Attribute(schema.Partition[0], key.PartitionBytes)];
        Item(schema.HasSort ? [.. attributes, Attribute(schema.Sort[0], key.SortBytes)] : attributes);
    }

    /// <summary>Writes an array of encoded items.</summary>
    public void Items(IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        Json.WriteStartArray();
        foreach (ReadOnlyMemory<byte> item in items)
        {
            Item(item);
        }

        Json.WriteEndArray();
    }

    /// <summary>Writes a member with an encoded item, unless there is none.</summary>
    public void OptionalItem(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> encodedItem)
    {
        if (!encodedItem.IsEmpty)
        {
            Json.WritePropertyName(name);
            Item(encodedItem);
        }
    }

    /// <summary>Writes capacity units, which always have a decimal point.</summary>
    public void Units(ReadOnlySpan<byte> name, double units)
    {
        Json.WritePropertyName(name);
        Span<byte> text = stackalloc byte[32];
        units.TryFormat(text, out int length, "0.0###", CultureInfo.InvariantCulture);
        Json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    /// <summary>Writes a moment: seconds of Unix time, with the milliseconds behind the point.</summary>
    public void Time(ReadOnlySpan<byte> name, DateTimeOffset moment)
    {
        Json.WritePropertyName(name);
        Json.WriteRawValue((moment.ToUnixTimeMilliseconds() / 1000m).ToString("0.0##", CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    /// <summary>Ends the response.</summary>
    public void Flush() => Json.Flush();

    /// <summary>Starts the response over, for an error in place of what was written.</summary>
    public void Restart()
    {
        Buffer.Clear();
        Json.Reset(Buffer);
    }

    /// <summary>Lets go of the writer, which nobody may use any more; the buffer stays the owner's.</summary>
    public void Dispose() => Kept = this;

    private static (string Name, AttributeValue Value) Attribute(KeyAttribute attribute, ReadOnlySpan<byte> bytes) => (attribute.Name, attribute.Type switch
    {
        AttributeType.String => System.Text.Encoding.UTF8.GetString(bytes),
        AttributeType.Number when KeyNumber.TryDecode(bytes, out Number number, out _) => number,
        _ => AttributeValue.Binary(bytes.ToArray()),
    });
}
