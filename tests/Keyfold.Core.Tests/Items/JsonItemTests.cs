using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class JsonItemTests
{
    private const string AllTypes =
        """
        {"S":{"S":"a\"\\\n\u0001é✓😀"},"N":{"N":"-12.5"},"B":{"B":"AP8="},"BOOL":{"BOOL":true},"NULL":{"NULL":true},"L":{"L":[{"N":"1"},{"L":[]}]},"M":{"M":{"k":{"S":""},"e":{"M":{}}}},"SS":{"SS":["b","a"]},"NS":{"NS":["2","1.5"]},"BS":{"BS":["AQ==",""]}}
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void All_types_are_read()
    {
        Item expected =
        [
            ("S", "a\"\\\n\u0001é✓😀"),
            ("N", -12.5m),
            ("B", AttributeValue.Binary(new byte[] { 0, 255 })),
            ("BOOL", true),
            ("NULL", AttributeValue.Null),
            ("L", AttributeValue.List(1, AttributeValue.List())),
            ("M", AttributeValue.Map([("k", ""), ("e", AttributeValue.Map([]))])),
            ("SS", AttributeValue.StringSet("b", "a")),
            ("NS", AttributeValue.NumberSet(2, 1.5m)),
            ("BS", AttributeValue.BinarySet(new byte[] { 1 }, Array.Empty<byte>())),
        ];

        Assert.Equal(expected, Decode(AllTypes));
        Assert.Equal(ItemCodec.Encode(expected, ItemEncoding.Binary), ItemCodec.ToBinary(Encoding.UTF8.GetBytes(AllTypes)));
    }

    [Fact]
    public void Copying_keeps_every_byte()
    {
        var reader = new JsonItemReader(Encoding.UTF8.GetBytes(AllTypes.Trim()));
        var writer = JsonItemWriter.Rent();
        ItemCodec.Copy(ref reader, ref writer);
        Assert.Equal(AllTypes.Trim(), Encoding.UTF8.GetString(writer.WrittenSpan));
        writer.Dispose();
    }

    [Fact]
    public void Raw_values_keep_every_byte()
    {
        byte[] json = Encoding.UTF8.GetBytes(AllTypes.Trim());
        var reader = new JsonItemReader(json);
        var writer = JsonItemWriter.Rent();
        reader.BeginItem();
        writer.BeginItem();
        while (reader.NextName(out var name))
        {
            writer.Name(name);
            writer.Raw(reader.GetRaw());
        }

        writer.EndItem();
        Assert.Equal(json, writer.ToArray());
        writer.Dispose();
    }

    [Fact]
    public void Numbers_become_canonical() => Assert.Equal(
        """{"a":{"N":"1000"},"b":{"L":[{"N":"0.001"}]},"c":{"N":"0"}}""",
        Encoding.UTF8.GetString(ItemCodec.Encode(Decode("""{"a":{"N":"1e3"},"b":{"L":[{"N":"1.0E-3"}]},"c":{"N":"-0.0"}}"""), ItemEncoding.Json)));

    [Fact]
    public void Unknown_tags_and_null_payloads_are_passed_over() => Assert.Equal(
        [("a", 1), ("b", AttributeValue.StringSet("x"))],
        Decode("""{ "a" : {"X":[{"y":{}}],"N":"1","S":null}, "b":{"SS":["x"],"Y":"z"} }"""));

    [Fact]
    public void An_item_is_read_out_of_a_document_and_the_rest_after_it()
    {
        byte[] document = """{"TableName":"t","Item":{"a":{"M":{"b":{"S":"c"}}}},"ReturnValues":"NONE"}"""u8.ToArray();
        var position = new Utf8JsonReader(document);
        do
        {
            position.Read();
        }
        while (position.TokenType != JsonTokenType.PropertyName || !position.ValueTextEquals("Item"u8));

        var reader = new JsonItemReader(document, in position);
        Assert.Equal([("a", AttributeValue.Map([("b", "c")]))], ItemCodec.Read(ref reader));

        position = reader.Position;
        Assert.True(position.Read());
        Assert.True(position.ValueTextEquals("ReturnValues"u8));
    }

    [Fact]
    public void Decoding_gives_the_item_back() => Property.Holds(Generate.Item, item =>
    {
        byte[] json = ItemCodec.Encode(item, ItemEncoding.Json);
        Assert.Equal(item, ItemCodec.Decode(json, ItemEncoding.Json));
        Assert.Equal(ItemCodec.Encode(item, ItemEncoding.Binary), ItemCodec.ToBinary(json));
        Assert.Equal(json, ItemCodec.ToJson(ItemCodec.Encode(item, ItemEncoding.Binary)));
    });

    [Fact]
    public void Blanks_and_other_escapes_make_no_difference() => Property.Holds(Generate.Item, item =>
    {
        using var document = JsonDocument.Parse(ItemCodec.Encode(item, ItemEncoding.Json));
        byte[] escaped = JsonSerializer.SerializeToUtf8Bytes(document.RootElement, Indented);
        Assert.Equal(item, ItemCodec.Decode(escaped, ItemEncoding.Json));
        Assert.Equal(ItemCodec.Encode(item, ItemEncoding.Binary), ItemCodec.ToBinary(escaped));
    });

    [Theory]
    [InlineData("""{"a":{}}""", ItemFormatError.NoType)]
    [InlineData("""{"a":{"X":1}}""", ItemFormatError.NoType)]
    [InlineData("""{"a":{"S":null}}""", ItemFormatError.NoType)]
    [InlineData("""{"a":{"s":"x"}}""", ItemFormatError.NoType)]
    [InlineData("""{"a":{"S":"a","N":"1"}}""", ItemFormatError.SeveralTypes)]
    [InlineData("""{"a":{"L":[],"M":{}}}""", ItemFormatError.SeveralTypes)]
    [InlineData("""{"a":{"SS":["a"],"NULL":true}}""", ItemFormatError.SeveralTypes)]
    [InlineData("""{"a":{"S":"","N":""}}""", ItemFormatError.NotANumber)]
    [InlineData("""{"a":{"NULL":false}}""", ItemFormatError.NullNotTrue)]
    [InlineData("""{"a":{"SS":[]}}""", ItemFormatError.EmptySet)]
    [InlineData("""{"a":{"SS":["a","a"]}}""", ItemFormatError.DuplicateSetMember)]
    [InlineData("""{"a":{"NS":["1","1.0"]}}""", ItemFormatError.DuplicateSetMember)]
    [InlineData("""{"a":{"BS":["Yg==","Yg=="]}}""", ItemFormatError.DuplicateSetMember)]
    [InlineData("""{"a":{"SS":[null]}}""", ItemFormatError.NullSetMember)]
    [InlineData("""{"":{"S":"a"}}""", ItemFormatError.EmptyName)]
    [InlineData("""{"a":{"M":{"":{"S":"x"}}}}""", ItemFormatError.EmptyName)]
    [InlineData("""{"a":{"S":"1"},"a":{"S":"2"}}""", ItemFormatError.DuplicateName)]
    [InlineData("""{"a":{"N":"b"}}""", ItemFormatError.NotANumber)]
    [InlineData("""{"a":{"N":""}}""", ItemFormatError.NotANumber)]
    [InlineData("""{"a":{"N":"1e126"}}""", ItemFormatError.NumberOverflow)]
    [InlineData("""{"a":{"N":"1e-131"}}""", ItemFormatError.NumberUnderflow)]
    [InlineData("""{"a":{"N":"123456789012345678901234567890123456789"}}""", ItemFormatError.NumberTooManyDigits)]
    [InlineData("""{"a":{"B":"YQ"}}""", ItemFormatError.Base64Length)]
    [InlineData("""{"a":{"B":"YR=="}}""", ItemFormatError.Base64StrayBits)]
    [InlineData("""{"a":{"B":"YWF="}}""", ItemFormatError.Base64StrayBits)]
    [InlineData("""{"a":{"B":"Y-=="}}""", ItemFormatError.Base64Character)]
    [InlineData("""{"a":{"B":"YQ= "}}""", ItemFormatError.Base64Character)]
    [InlineData("""{"a":{"B":"===="}}""", ItemFormatError.Base64Character)]
    [InlineData("""{"a":{"B":"YQ==YQ=="}}""", ItemFormatError.Base64Character)]
    [InlineData("""{"a":{"S":1}}""", ItemFormatError.UnexpectedJson)]
    [InlineData("""{"a":{"N":1}}""", ItemFormatError.UnexpectedJson)]
    [InlineData("""{"a":{"BOOL":"true"}}""", ItemFormatError.UnexpectedJson)]
    [InlineData("""{"a":{"L":{}}}""", ItemFormatError.UnexpectedJson)]
    [InlineData("""{"a":{"M":[]}}""", ItemFormatError.UnexpectedJson)]
    [InlineData("""{"a":{"SS":"a"}}""", ItemFormatError.UnexpectedJson)]
    [InlineData("""{"a":{"NS":[1]}}""", ItemFormatError.UnexpectedJson)]
    [InlineData("""{"a":{"L":["x"]}}""", ItemFormatError.UnexpectedJson)]
    [InlineData("""{"a":"x"}""", ItemFormatError.UnexpectedJson)]
    [InlineData("[]", ItemFormatError.UnexpectedJson)]
    [InlineData("", ItemFormatError.InvalidJson)]
    [InlineData("{", ItemFormatError.InvalidJson)]
    [InlineData("""{"a":{"S":"a"}""", ItemFormatError.InvalidJson)]
    [InlineData("""{"a":{"S":"a"}}}""", ItemFormatError.InvalidJson)]
    [InlineData("""{"a":{"S":"a"}} 1""", ItemFormatError.InvalidJson)]
    [InlineData("""{"a":{"S":"\ud800"}}""", ItemFormatError.InvalidText)]
    [InlineData("""{"\ud800":{"S":"a"}}""", ItemFormatError.InvalidText)]
    public void What_DynamoDB_refuses_is_refused(string json, ItemFormatError error)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        Assert.Equal(error, Assert.Throws<ItemFormatException>(() => ItemCodec.ToBinary(utf8)).Error);
        Assert.Equal(error, Assert.Throws<ItemFormatException>(() => ItemCodec.Decode(utf8, ItemEncoding.Json)).Error);
    }

    [Fact]
    public void Damaged_JSON_is_an_item_or_a_format_error() => Property.Holds(
        from item in Generate.Item
        from damage in Gen.Elements((byte)'"', (byte)'{', (byte)'}', (byte)'[', (byte)':', (byte)',', (byte)'\\', (byte)'S', (byte)'N', (byte)0, (byte)255)
        from place in Gen.Choose(0, 10_000)
        from cut in Gen.Choose(0, 10_000)
        select (item, damage, place, cut),
        damaged =>
        {
            byte[] json = ItemCodec.Encode(damaged.item, ItemEncoding.Json);
            Assert.False(IsItem(json.AsSpan(0, damaged.cut % json.Length)));
            json[damaged.place % json.Length] = damaged.damage;
            _ = IsItem(json);
        },
        count: 3000);

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        byte[] json = [.. "{\"a\":{\"S\":\""u8, 0xC3, .. "\"}}"u8];
        Assert.Equal(ItemFormatError.InvalidText, Assert.Throws<ItemFormatException>(() => ItemCodec.ToBinary(json)).Error);
        byte[] name = [.. "{\""u8, 0xC3, .. "\":{\"NULL\":true}}"u8];
        Assert.Equal(ItemFormatError.InvalidText, Assert.Throws<ItemFormatException>(() => ItemCodec.ToBinary(name)).Error);
    }

    [Fact]
    public void The_33rd_level_is_refused_and_the_32nd_is_not()
    {
        string Nested(int lists) => $$"""{"a":{{string.Concat(Enumerable.Repeat("{\"L\":[", lists))}}{"N":"1"}{{string.Concat(Enumerable.Repeat("]}", lists))}}}""";
        Assert.Equal(32, new EncodedItem(ItemCodec.ToBinary(Encoding.UTF8.GetBytes(Nested(31)))).Depth);
        var exception = Assert.Throws<ItemFormatException>(() => ItemCodec.ToBinary(Encoding.UTF8.GetBytes(Nested(32))));
        Assert.Equal(ItemFormatError.NestingTooDeep, exception.Error);
        Assert.Equal(ItemFormatError.NestingTooDeep, Assert.Throws<ItemFormatException>(() => Decode(Nested(200))).Error);
    }

    [Fact]
    public void An_unexpected_token_is_named_with_the_type_that_it_stands_for()
    {
        var exception = Assert.Throws<ItemFormatException>(() => Decode("""{"a":{"S":1}}"""));
        Assert.Equal((AttributeType.String, JsonTokenType.Number), (exception.Type, exception.Found));
        exception = Assert.Throws<ItemFormatException>(() => Decode("""{"a":["x"]}"""));
        Assert.Equal((null, JsonTokenType.StartArray), (exception.Type, exception.Found));
    }

    [Fact]
    public void The_writer_refuses_what_the_binary_writer_refuses()
    {
        Assert.Equal((ItemFormatError.EmptySet, "a.b"), Refused((ref JsonItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.BeginMap();
            writer.Name("b"u8);
            writer.BeginSet(AttributeType.NumberSet);
            writer.EndSet();
        }));
        Assert.Equal((ItemFormatError.DuplicateSetMember, "a"), Refused((ref JsonItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.BeginSet(AttributeType.NumberSet);
            writer.Number(1);
            writer.Number(2);
            writer.Number(1.0m);
            writer.EndSet();
        }));
        Assert.Equal((ItemFormatError.DuplicateName, "b"), Refused((ref JsonItemWriter writer) =>
        {
            writer.Name("b"u8);
            writer.Null();
            writer.Name("a"u8);
            writer.Null();
            writer.Name("b"u8);
            writer.Null();
            writer.EndItem();
        }));
        Assert.Equal((ItemFormatError.NotANumber, "a"), Refused((ref JsonItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.Number(float.NaN);
        }));
        Assert.Equal((ItemFormatError.InvalidText, "a"), Refused((ref JsonItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.String("\udc00");
        }));
        Assert.Equal((ItemFormatError.EmptyName, ""), Refused((ref JsonItemWriter writer) => writer.Name(""u8)));
    }

    private delegate void Write(ref JsonItemWriter writer);

    private static (ItemFormatError Error, string Path) Refused(Write write)
    {
        var exception = Assert.Throws<ItemFormatException>(() =>
        {
            var writer = JsonItemWriter.Rent();
            writer.BeginItem();
            write(ref writer);
        });
        return (exception.Error, exception.Path);
    }

    private static bool IsItem(ReadOnlySpan<byte> json)
    {
        try
        {
            Assert.Equal(ItemCodec.Decode(json, ItemEncoding.Json), new EncodedItem(ItemCodec.ToBinary(json)).ToItem());
            return true;
        }
        catch (ItemFormatException)
        {
            return false;
        }
    }

    private static Item Decode(string json) => ItemCodec.Decode(Encoding.UTF8.GetBytes(json), ItemEncoding.Json);
}
