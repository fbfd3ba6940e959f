using System.Text;
using System.Text.Json;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

/// <summary>Plain texts, decimals and ascending names are written in ways of their own: with the same outcome as any other.</summary>
public sealed class JsonItemWriterTests
{
    // beyond two blocks of 16 bytes, so that every way of cutting a text is met
    private const int LengthMax = 40;
    private const int Decimals = 20_000;

    [Theory]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\0")]
    [InlineData("\u001f")]
    [InlineData("\u007f")]
    [InlineData("\u0080")]
    [InlineData("ÿ")]
    [InlineData("Ā")]
    [InlineData("\u2028")]
    [InlineData("耀")]
    [InlineData("🦊")]
    public void A_text_is_written_whole_whatever_stands_where(string character)
    {
        for (int length = 0; length <= LengthMax; length++)
        {
            for (int position = 0; position <= length; position++)
            {
                string text = new string('a', position) + character + new string('z', length - position);
                Assert.Equal([text, text, text], WriteAndParse(text));
            }

            string plain = new('~', length + 1);
            Assert.Equal([plain, plain, plain], WriteAndParse(plain));
        }
    }

    [Fact]
    public void A_decimal_is_written_as_its_number_prints()
    {
        var random = new Random(1);
        for (int i = 0; i < Decimals; i++)
        {
            // also with trailing zeros, with more places than digits, and of more than 64 bits
            ulong low = (ulong)random.NextInt64() >> random.Next(63);
            low *= random.Next(3) == 0 ? 1_000UL : 1UL;
            decimal value = new((int)low, (int)(low >> 32), random.Next(8) == 0 ? random.Next() : 0, random.Next(2) == 0, (byte)random.Next(29));
            Assert.Equal($"{{\"a\":{{\"N\":\"{(Number)value}\"}}}}", Write(value));
        }
    }

    [Theory]
    [InlineData("0.00", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1.00", "1")]
    [InlineData("100", "100")]
    [InlineData("-10.10", "-10.1")]
    [InlineData("0.05", "0.05")]
    [InlineData("-0.0500", "-0.05")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("1.8446744073709551615", "1.8446744073709551615")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_decimal_has_no_zeros_at_its_end(string value, string written) => Assert.Equal(
        $"{{\"a\":{{\"N\":\"{written}\"}}}}", Write(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Equal_names_are_found_again_behind_any_value()
    {
        string[] values = ["{\"S\":\"}],\\\\\\\"\"}", "{\"M\":{\"b\":{\"L\":[]},\"a\":{\"NULL\":true}}}", "{\"SS\":[\"b\",\"a\"]}", "{\"N\":\"1\"}"];
        foreach (string value in values)
        {
            Assert.Equal($"{{\"b\":{value},\"a\\\"\":{value},\"a\":{value}}}", WriteNames(value, "b", "a\"", "a"));
            ItemFormatException error = Assert.Throws<ItemFormatException>(() => WriteNames(value, "b", "a\"", "a", "a\""));
            Assert.Equal((ItemFormatError.DuplicateName, "a\\\""), (error.Error, error.Path));
        }
    }

    private static string[] WriteAndParse(string text)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        writer.BeginItem();
        writer.Name(Encoding.UTF8.GetBytes("n" + text));
        writer.String(text);
        writer.Name("utf8"u8);
        writer.Utf8String(Encoding.UTF8.GetBytes(text));
        writer.EndItem();
        using var document = JsonDocument.Parse(writer.ToArray());
        writer.Dispose();
        JsonProperty[] properties = [.. document.RootElement.EnumerateObject()];
        return [properties[0].Name[1..], .. properties.Select(property => property.Value.GetProperty("S").GetString()!)];
    }

    private static string Write(decimal value)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        writer.BeginItem();
        writer.Name("a"u8);
        writer.Number(value);
        writer.EndItem();
        string json = Encoding.UTF8.GetString(writer.WrittenSpan);
        writer.Dispose();
        return json;
    }

    private static string WriteNames(string value, params ReadOnlySpan<string> names)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            writer.BeginItem();
            foreach (string name in names)
            {
                writer.Name(Encoding.UTF8.GetBytes(name));
                writer.Raw(Encoding.UTF8.GetBytes(value));
            }

            writer.EndItem();
            return Encoding.UTF8.GetString(writer.WrittenSpan);
        }
        finally
        {
            writer.Dispose();
        }
    }
}
