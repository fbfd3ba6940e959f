using System.Text;
using Keyfold.Items;

namespace Keyfold.Aws.Tests.Json;

/// <summary>The reader of compact JSON is only a faster one: what it takes, the general reader takes with the same result.</summary>
public sealed class CompactReaderTests
{
    private const int Items = 5_000;
    private const int Changes = 60_000;

    [Fact]
    public void Every_item_is_read_as_the_general_reader_reads_it()
    {
        var random = new Random(1);
        for (int i = 0; i < Items; i++)
        {
            Item item = RandomItems.Create(random);
            byte[] json = ItemCodec.Encode(item, ItemEncoding.Json);
            Assert.Equal(item, ReadCompact(json));
            Assert.Equal(item, ReadGeneral(json));
        }
    }

    [Fact]
    public void A_changed_byte_is_never_read_otherwise()
    {
        var random = new Random(2);
        int both = 0;
        for (int i = 0; i < Changes; i++)
        {
            byte[] json = ItemCodec.Encode(RandomItems.Create(random), ItemEncoding.Json);
            Change(json, random);
            Item? compact = TryRead(json, ReadCompact);
            if (compact is not null)
            {
                both++;
                Assert.Equal(TryRead(json, ReadGeneral), compact);
            }
        }

        // a change within a text leaves an item: else this would test nothing
        Assert.InRange(both, Changes / 20, Changes);
    }

    [Fact]
    public void A_shortened_item_is_refused()
    {
        byte[] json = ItemCodec.Encode(RandomItems.Create(new Random(3)), ItemEncoding.Json);
        for (int length = 0; length < json.Length; length++)
        {
            Assert.Null(TryRead(json[..length], ReadCompact));
        }
    }

    [Theory]
    [InlineData("""{ "a":{"S":"x"}}""")]
    [InlineData("""{"a" :{"S":"x"}}""")]
    [InlineData("""{"a":{"S":"x"} }""")]
    [InlineData("""{"a":{"S":"x","Unknown":1}}""")]
    public void What_is_unusual_is_left_to_the_general_reader(string json)
    {
        Assert.Null(TryRead(Encoding.UTF8.GetBytes(json), ReadCompact));
        Assert.Equal(Item.Create([("a", (AttributeValue)"x")]), ReadGeneral(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void What_is_passed_over_or_taken_raw_has_the_right_end()
    {
        var random = new Random(4);
        for (int i = 0; i < Items; i++)
        {
            byte[] json = ItemCodec.Encode(RandomItems.Create(random), ItemEncoding.Json);
            var compact = new CompactJsonItemReader(json);
            var general = new JsonItemReader(json);
            compact.BeginItem();
            general.BeginItem();
            while (general.NextName(out ReadOnlySpan<byte> name))
            {
                Assert.True(compact.NextName(out ReadOnlySpan<byte> sameName));
                Assert.True(name.SequenceEqual(sameName));
                if (random.Next(2) == 0)
                {
                    compact.Skip();
                    general.Skip();
                }
                else
                {
                    Assert.True(general.GetRaw().SequenceEqual(compact.GetRaw()));
                }
            }

            Assert.False(compact.NextName(out _));
        }
    }

    private static void Change(byte[] json, Random random)
    {
        // mostly bytes that mean something in JSON
        ReadOnlySpan<byte> telling = "{}[]\",:\\SNBLMtrue0 \n\u0000"u8;
        int position = random.Next(json.Length);
        json[position] = random.Next(4) == 0 ? (byte)random.Next(256) : telling[random.Next(telling.Length)];
    }

    private static Item? TryRead(byte[] json, Func<byte[], Item> read)
    {
        try
        {
            return read(json);
        }
        catch (ItemFormatException)
        {
            return null;
        }
    }

    private static Item ReadCompact(byte[] json)
    {
        var reader = new CompactJsonItemReader(json);
        return ItemCodec.Read(ref reader);
    }

    private static Item ReadGeneral(byte[] json)
    {
        var reader = new JsonItemReader(json);
        return ItemCodec.Read(ref reader);
    }
}
