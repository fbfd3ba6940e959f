using Keyfold.Codecs;
using Keyfold.Items;

namespace Keyfold.Tests.Codecs;

/// <summary>Writes a value and reads it back, in both encodings.</summary>
internal static class RoundTrip
{
    public static void Check<T, TCodec>(params IEnumerable<T> values)
        where TCodec : ICodec<T>
    {
        foreach (T value in values)
        {
            Assert.Equal(value, ThroughBinary<T, TCodec>(value));
            Assert.Equal(value, ThroughJson<T, TCodec>(value));
        }
    }

    public static T ThroughBinary<T, TCodec>(T value)
        where TCodec : ICodec<T> => FromBinary<T, TCodec>(ToBinary<T, TCodec>(value));

    public static T ThroughJson<T, TCodec>(T value)
        where TCodec : ICodec<T>
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            writer.BeginItem();
            writer.Name("v"u8);
            TCodec.Write(ref writer, value);
            writer.EndItem();
            var reader = new JsonItemReader(writer.WrittenSpan);
            reader.BeginItem();
            Assert.True(reader.NextName(out _));
            return TCodec.Read(ref reader);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>What is stored.</summary>
    public static AttributeValue Stored<T, TCodec>(T value)
        where TCodec : ICodec<T> => ItemCodec.Decode(ToBinary<T, TCodec>(value), ItemEncoding.Binary)["v"];

    /// <summary>What is read from something stored.</summary>
    public static T Read<T, TCodec>(AttributeValue stored)
        where TCodec : ICodec<T> => FromBinary<T, TCodec>(ItemCodec.Encode([("v", stored)], ItemEncoding.Binary));

    private static byte[] ToBinary<T, TCodec>(T value)
        where TCodec : ICodec<T>
    {
        BinaryItemWriter writer = BinaryItemWriter.Rent();
        try
        {
            writer.BeginItem();
            writer.Name("v"u8);
            TCodec.Write(ref writer, value);
            writer.EndItem();
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static T FromBinary<T, TCodec>(byte[] item)
        where TCodec : ICodec<T>
    {
        var reader = new BinaryItemReader(item);
        reader.BeginItem();
        Assert.True(reader.NextName(out _));
        return TCodec.Read(ref reader);
    }
}
