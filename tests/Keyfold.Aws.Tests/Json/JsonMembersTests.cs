using System.Text;
using System.Text.Json;
using Keyfold.Aws.Responses;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Aws.Tests.Json;

public sealed class JsonMembersTests
{
    private const int Documents = 3_000;

    [Fact]
    public void Members_and_elements_end_where_a_JSON_reader_ends_them()
    {
        var random = new Random(5);
        for (int i = 0; i < Documents; i++)
        {
            byte[] json = Document(random);
            using var document = JsonDocument.Parse(json);
            var members = new JsonMembers(json);
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                Assert.True(members.Next(out ReadOnlySpan<byte> name));
                Assert.Equal(property.Name, Encoding.UTF8.GetString(name));
                Assert.Equal(property.Value.GetRawText(), Encoding.UTF8.GetString(members.ValueSpan));
                if (property.Value.ValueKind == JsonValueKind.Array)
                {
                    RequireElements(property.Value, members.ValueSpan);
                }
            }

            Assert.False(members.Next(out _));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("{")]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":{\"b\":\"")]
    [InlineData("{\"a\":1 \"b\":2}")]
    public void What_is_cut_short_or_no_JSON_is_unreadable(string json)
    {
        TransportException error = Assert.Throws<TransportException>(() =>
        {
            var members = new JsonMembers(Encoding.UTF8.GetBytes(json));
            while (members.Next(out _))
            {
            }
        });
        Assert.Equal(TransportFailure.UnreadableAnswer, error.Failure);
    }

    private static void RequireElements(JsonElement array, ReadOnlySpan<byte> json)
    {
        var elements = new JsonMembers(json);
        foreach (JsonElement element in array.EnumerateArray())
        {
            Assert.True(elements.Next());
            Assert.Equal(element.GetRawText(), Encoding.UTF8.GetString(elements.ValueSpan));
        }

        Assert.False(elements.Next());
    }

    /// <summary>A page as a service may send it, with or without blanks.</summary>
    private static byte[] Document(Random random)
    {
        string items = string.Join(Blank(random) + "," + Blank(random), Enumerable.Range(0, random.Next(5)).Select(_ => ItemText(random)));
        string text = $"{Blank(random)}{{{Blank(random)}\"Count\"{Blank(random)}:{Blank(random)}{random.Next(100)}{Blank(random)},\"Items\":[{Blank(random)}{items}{Blank(random)}]"
            + $"{Blank(random)},\"Flag\":true,\"Nothing\":null,\"Units\":0.5{Blank(random)},\"Key\":{ItemText(random)}}}";
        return Encoding.UTF8.GetBytes(text);
    }

    private static string ItemText(Random random) => Encoding.UTF8.GetString(ItemCodec.Encode(RandomItems.Create(random), ItemEncoding.Json));

    private static string Blank(Random random) => random.Next(4) == 0 ? new string([.. random.GetItems(" \t\r\n".AsSpan(), random.Next(1, 4))]) : "";
}
