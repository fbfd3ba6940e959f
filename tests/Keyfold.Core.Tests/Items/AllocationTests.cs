using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Core.Tests.Items;

/// <summary>Writers and readers allocate their results and nothing else.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 1000;

    private static readonly byte[] Binary = ItemCodec.Encode(
        [("List", AttributeValue.List(1, 2.5m, "text", true)), ("Map", AttributeValue.Map([("Name", "value")])), ("Set", AttributeValue.NumberSet(1, 2))],
        ItemEncoding.Binary);

    private static readonly byte[] Json = ItemCodec.ToJson(Binary);

    [Fact]
    public void Writing_in_order_allocates_nothing() => Assert.Equal(0, PerCall(static () =>
    {
        var writer = BinaryItemWriter.Rent();
        Write(ref writer, "A"u8, "B"u8);
        writer.Dispose();
    }));

    [Fact]
    public void Sorting_allocates_nothing() => Assert.Equal(0, PerCall(static () =>
    {
        var writer = BinaryItemWriter.Rent();
        Write(ref writer, "B"u8, "A"u8);
        writer.Dispose();
    }));

    [Fact]
    public void Writing_JSON_allocates_nothing() => Assert.Equal(0, PerCall(static () =>
    {
        var writer = JsonItemWriter.Rent();
        Write(ref writer, "B"u8, "A"u8);
        writer.Dispose();
    }));

    [Fact]
    public void Copying_between_the_encodings_allocates_nothing()
    {
        Assert.Equal(0, PerCall(static () =>
        {
            var reader = new BinaryItemReader(Binary);
            var writer = JsonItemWriter.Rent();
            ItemCodec.Copy(ref reader, ref writer);
            writer.Dispose();
        }));
        Assert.Equal(0, PerCall(static () =>
        {
            var reader = new JsonItemReader(Json);
            var writer = BinaryItemWriter.Rent();
            ItemCodec.Copy(ref reader, ref writer);
            writer.Dispose();
        }));
    }

    [Fact]
    public void Looking_at_encoded_values_allocates_nothing() => Assert.Equal(0, PerCall(static () =>
    {
        var item = new EncodedItem(Binary);
        item.TryFind("Map"u8, out var map);
        _ = item.Size + map.Size + map.AsMap().Count;
    }));

    [Fact]
    public void A_key_is_one_array_of_its_exact_size() => Assert.Equal(24 + 16, PerCall(static () =>
    {
        var writer = new KeyWriter(stackalloc byte[64]);
        writer.Partition();
        writer.String("CUST#1");
        writer.Sort();
        writer.Utf8("INV#12"u8);
        _ = writer.ToKey();
        writer.Dispose();
    }));

    private static void Write<TWriter>(ref TWriter writer, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        writer.BeginItem();
        writer.Name(first);
        writer.BeginMap();
        writer.Name(second);
        writer.String("text with é");
        writer.Name(first);
        writer.Number(12.95m);
        writer.EndMap();
        writer.Name(second);
        writer.BeginSet(AttributeType.NumberSet);
        writer.Number(2);
        writer.Number(1.5);
        writer.EndSet();
        writer.EndItem();
    }

    private static long PerCall(Action action)
    {
        for (int i = 0; i < 3; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }
}
