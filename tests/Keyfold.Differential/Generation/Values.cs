using FsCheck;
using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Differential.Generation;

/// <summary>Values that make trouble: few different ones, so that they meet, and those at the limits.</summary>
internal static class Values
{
    // the first three of each are hot keys
    private static readonly string[] Texts = ["a", "b", "aa", "ab", "a\0", "\0", "z", "é", "\uFF5E", "\U0001F600"];

    private static readonly Number[] Numbers =
    [
        0, 1, 2, -1, 1.5m, -1.5m, 10, 9, long.MaxValue, long.MinValue, Parse("1E-130"), Parse("-1E-130"),
        Parse("9.9999999999999999999999999999999999999E125"), Parse("12345678901234567890123456789012345678"), Parse("0.1"),
    ];

    private static readonly byte[][] Binaries = [[0], [1], [0, 0], [0, 1], [0, 255], [255], [255, 255], [127], [128]];

    /// <summary>A value that is a good key of its type.</summary>
    public static Gen<AttributeValue> Key(AttributeType type) => type switch
    {
        AttributeType.String => Mostly(Texts).Select(text => (AttributeValue)text),
        AttributeType.Number => Mostly(Numbers).Select(number => (AttributeValue)number),
        _ => Mostly(Binaries).Select(bytes => AttributeValue.Binary(bytes)),
    };

    /// <summary>Mostly one of a few good keys, sometimes one that nobody else uses, rarely one that is refused.</summary>
    public static Gen<AttributeValue> KeyOrTrouble(AttributeType type) => Gen.Frequency(
        (900, Key(type)),
        (80, Cold(type)),
        (6, Longest(type)),
        (3, Any),
        (1, Gen.Constant<AttributeValue>("")),
        (1, Gen.Constant(AttributeValue.Binary(default))),
        (1, Gen.Constant<AttributeValue>(new string('x', 2049))));

    /// <summary>Any value, nested or not.</summary>
    public static Gen<AttributeValue> Any => Nested(2);

    /// <summary>A number.</summary>
    public static Gen<AttributeValue> Number { get; } = Key(AttributeType.Number);

    /// <summary>A set of any of the three types.</summary>
    public static Gen<AttributeValue> Set { get; } = Gen.OneOf(
        Gen.NonEmptyListOf(Gen.Elements(Texts)).Select(members => AttributeValue.StringSet([.. members.Distinct(StringComparer.Ordinal)])),
        Gen.NonEmptyListOf(Gen.Elements(Numbers)).Select(members => AttributeValue.NumberSet([.. members.Distinct()])),
        Gen.NonEmptyListOf(Gen.Elements(Binaries))
            .Select(members => AttributeValue.BinarySet([.. members.Distinct().Select(member => (ReadOnlyMemory<byte>)member)])));

    private static Gen<AttributeValue> Scalar { get; } = Gen.Frequency(
        (4, Key(AttributeType.String)),
        (4, Number),
        (2, Key(AttributeType.Binary)),
        (1, Gen.Elements<AttributeValue>(true, false)),
        (1, Gen.Elements(AttributeValue.Null, "", AttributeValue.Binary(default))),
        (1, Gen.Choose(0, 9000).Select(length => (AttributeValue)new string('x', length))));

    private static Gen<AttributeValue> Nested(int depth) => depth == 0
        ? Gen.Frequency((5, Scalar), (1, Set))
        : Gen.Frequency((6, Scalar), (1, Set), (1, List(depth - 1)), (1, Map(depth - 1)));

    private static Gen<AttributeValue> List(int depth) =>
        from length in Gen.Choose(0, 3)
        from elements in Nested(depth).ArrayOf(length)
        select AttributeValue.List(elements);

    private static Gen<AttributeValue> Map(int depth) =>
        from names in Gen.SubListOf(Names.Members)
        from values in Nested(depth).ArrayOf(names.Count)
        select AttributeValue.Map(Item.Create([.. names.Zip(values)]));

    private static Gen<T> Mostly<T>(T[] values) => Gen.Frequency((4, Gen.Elements(values[..3])), (1, Gen.Elements(values)));

    private static Gen<AttributeValue> Cold(AttributeType type) => Gen.Choose(0, 1_000_000).Select(number => type switch
    {
        AttributeType.String => $"cold {number}",
        AttributeType.Number => (AttributeValue)number,
        _ => AttributeValue.Binary(BitConverter.GetBytes(number)),
    });

    private static Gen<AttributeValue> Longest(AttributeType type) => Gen.Elements(1023, 1024, 1025, 2047, 2048).Select(length => type switch
    {
        AttributeType.String => new string('k', length),
        AttributeType.Number => (AttributeValue)length,
        _ => AttributeValue.Binary(new byte[length]),
    });

    private static Number Parse(string text)
    {
        NumberError error = Items.Number.TryParse(text, out Number number);
        return error == NumberError.None ? number : throw new FormatException($"{text}: {error}");
    }
}

/// <summary>The names of attributes and of members of maps.</summary>
internal static class Names
{
    public static string[] Attributes { get; } = ["A", "B", "C", "D"];

    public static string[] Members { get; } = ["x", "y", "z"];
}
