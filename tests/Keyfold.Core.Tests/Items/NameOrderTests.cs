using System.Text;
using System.Text.Json;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

/// <summary>Writers compare names by their first eight bytes: names are told apart and put in order also where that says nothing.</summary>
public sealed class NameOrderTests
{
    private static readonly string[] Names =
    [
        "\0", "\0\0", "a", "a\0", "a!", "ab", "abc", "abc\0", "abcd", "abcde", "abcdef", "abcdefg", "abcdefg\0", "abcdefgh", "abcdefgh\0", "abcdefghi", "abcdefgi", "b", "é", "\uffff",
        "😀",
    ];

    [Fact]
    public void Two_names_in_either_order_are_one_item()
    {
        foreach ((string first, string second) in Pairs())
        {
            Assert.Equal(Binary(first, second), Binary(second, first));
            Assert.Equal(ItemCodec.Encode([(first, first.Length), (second, second.Length)], ItemEncoding.Binary), Binary(second, first));
            using var json = JsonDocument.Parse(Json(second, first));
            Assert.Equal([second, first], json.RootElement.EnumerateObject().Select(member => member.Name));
        }
    }

    [Fact]
    public void A_name_that_comes_again_is_refused()
    {
        foreach ((string first, string second) in Pairs())
        {
            ItemFormatError[] errors =
            [
                Assert.Throws<ItemFormatException>(() => Binary(first, first)).Error,
                Assert.Throws<ItemFormatException>(() => Binary(first, second, first)).Error,
                Assert.Throws<ItemFormatException>(() => Json(first, first)).Error,
                Assert.Throws<ItemFormatException>(() => Json(first, second, first)).Error,
            ];
            Assert.All(errors, error => Assert.Equal(ItemFormatError.DuplicateName, error));
        }
    }

    [Fact]
    public void A_plain_name_is_written_as_any_name_is()
    {
        for (int length = 1; length < 40; length++)
        {
            string[] names = [new('a', length), new('b', length), new('é', length)];
            Assert.Equal(Binary(names), Binary(isPlain: true, names));
            Assert.Equal(Json(names), Json(isPlain: true, names));
        }
    }

    private static IEnumerable<(string First, string Second)> Pairs() =>
        from first in Names
        from second in Names
        where first != second
        select (first, second);

    private static byte[] Binary(params ReadOnlySpan<string> names) => Binary(isPlain: false, names);

    private static byte[] Binary(bool isPlain, params ReadOnlySpan<string> names)
    {
        BinaryItemWriter writer = BinaryItemWriter.Rent();
        try
        {
            Write(ref writer, isPlain, names);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static string Json(params ReadOnlySpan<string> names) => Json(isPlain: false, names);

    private static string Json(bool isPlain, params ReadOnlySpan<string> names)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            Write(ref writer, isPlain, names);
            return Encoding.UTF8.GetString(writer.WrittenSpan);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Writes each name with a value that is the same wherever the name stands.</summary>
    private static void Write<TWriter>(ref TWriter writer, bool isPlain, scoped ReadOnlySpan<string> names)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        writer.BeginItem();
        foreach (string name in names)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(name);
            if (isPlain)
            {
                writer.PlainName(utf8);
            }
            else
            {
                writer.Name(utf8);
            }

            writer.Number(name.Length);
        }

        writer.EndItem();
    }
}
