using Keyfold.Items;

namespace Keyfold.Aws.Tests.Json;

/// <summary>Items of every type, with texts that need escapes, numbers at the limits and nesting.</summary>
internal static class RandomItems
{
    private static readonly string[] Texts =
    [
        "", "x", "CUSTOMER#17850", "\"", "\\", "a\\\"b", "tab\tline\nend\r", "\u0001\u001f", "grün", "日本", "🦊", "}", "{\"S\":\"x\"}", "[[", "]]", new string('"', 70),
        new string('\\', 65), new string('a', 64), new string('b', 200),
    ];

    private static readonly string[] Numbers =
        ["0", "1", "-1", "42", "9223372036854775807", "-9223372036854775808", "1E+100", "1.5", "-0.000001", "12345678901234567890123456789012345678", "9.9999999999999999999999999999999999999E+125"];

    public static Item Create(Random random)
    {
        var attributes = new List<(string, AttributeValue)>();
        int count = random.Next(12);
        for (int i = 0; i < count; i++)
        {
            attributes.Add(($"{Pick(random, Texts)}{i}", Value(random, depth: 0)));
        }

        return Item.Create([.. attributes]);
    }

    private static AttributeValue Value(Random random, int depth) => random.Next(depth < 4 ? 10 : 8) switch
    {
        0 or 1 => Pick(random, Texts),
        2 or 3 => Number(random),
        4 => random.Next(2) == 0,
        5 => AttributeValue.Null,
        6 => AttributeValue.Binary(Bytes(random)),
        7 => Set(random),
        8 => AttributeValue.List([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))]),
        _ => Item.Create([.. Enumerable.Range(0, random.Next(4)).Select(i => ($"m{i}{Pick(random, Texts)}", Value(random, depth + 1)))]),
    };

    private static AttributeValue Set(Random random) => random.Next(3) switch
    {
        0 => AttributeValue.StringSet([.. random.GetItems(Texts, 3).Distinct(StringComparer.Ordinal)]),
        1 => AttributeValue.NumberSet([.. random.GetItems(Numbers, 3).Distinct(StringComparer.Ordinal).Select(Parse)]),
        _ => AttributeValue.BinarySet([.. Enumerable.Range(1, 3).Select(length => (ReadOnlyMemory<byte>)new byte[length])]),
    };

    private static AttributeValue Number(Random random) => random.Next(2) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : Parse(Pick(random, Numbers));

    private static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[random.Next(80)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static Number Parse(string text)
    {
        Assert.Equal(NumberError.None, Items.Number.TryParse(text, out Number number));
        return number;
    }

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
