using FsCheck;
using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Core.Tests;

/// <summary>Values that make trouble: limits, few names and members so that they collide, texts of one to four UTF-8 bytes a character, nesting.</summary>
internal static class Generate
{
    private static readonly string[] Alphabet =
        ["a", "b", "Z", "0", "#", "\"", "\\", "\u0000", "\u0001", "\n", "\u007f", "é", "✓", "\ud7ff", "\ue000", "\uffee", "😀", "\U0010ffff"];

    public static Gen<string> Text { get; } = Gen.Elements(Alphabet).ArrayOf().Select(string.Concat);

    public static Gen<string> LongText { get; } =
        from piece in Gen.Elements(Alphabet)
        from count in Gen.Elements(41, 42, 43, 126, 127, 128, 129, 300, 5000, 16383, 16384)
        select string.Concat(Enumerable.Repeat(piece, count));

    public static Gen<string> AnyText { get; } = Gen.Frequency((9, Text), (1, LongText));

    public static Gen<byte[]> Bytes { get; } = Gen.Elements<byte>(0, 1, 2, 127, 128, 254, 255).ArrayOf();

    /// <summary>Digits of a coefficient (up to 38, the first and the last not zero), and a power of ten for the first digit.</summary>
    public static Gen<Number> Decimal { get; } =
        from length in Gen.Choose(1, Limits.NumberDigitsMax)
        from digits in Gen.Elements('0', '1', '5', '9').ArrayOf(length)
        from magnitude in Gen.Frequency(
            (3, Gen.Choose(-3, 40)), (1, Gen.Choose(Limits.NumberExponentMin, Limits.NumberExponentMax)), (1, Gen.Elements(-130, -129, 124, 125)))
        from negative in Gen.Elements(false, true)
        select Make(new string(digits), magnitude, negative);

    public static Gen<Number> Integer { get; } = Gen.OneOf(
        Gen.Choose(-200, 200).Select(value => (Number)value),
        Gen.Elements(long.MaxValue, long.MinValue, long.MaxValue - 1, long.MinValue + 1, 1L << 53, 63, 64, -64, -65, 1_000_000).Select(value => (Number)value),
        Gen.Choose(0, 18).Select(power => (Number)long.Parse("1" + new string('0', power), System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Elements(ulong.MaxValue, (ulong)long.MaxValue + 1).Select(value => (Number)value));

    public static Gen<Number> AnyNumber { get; } = Gen.OneOf(Integer, Decimal);

    public static Gen<string> Name { get; } =
        Gen.Frequency((8, Gen.Elements("a", "b", "ab", "B", "é", "✓", "😀", "\uffee", "\u0000", "quo\"te")), (1, Text.Where(text => text.Length > 0)), (1, Gen.Elements(127, 128).Select(length => new string('n', length))));

    public static Gen<Item> Item { get; } = Gen.Sized(size => ItemOf(Math.Min(size, 40)));

    public static Gen<AttributeValue> Value { get; } = Gen.Sized(size => ValueOf(Math.Min(size, 40)));

    private static Gen<AttributeValue> Scalar { get; } = Gen.OneOf(
        AnyText.Select(AttributeValue.String),
        AnyNumber.Select(AttributeValue.Number),
        Bytes.Select(bytes => AttributeValue.Binary(bytes)),
        Gen.Elements(AttributeValue.Boolean(true), AttributeValue.Boolean(false), AttributeValue.Null));

    private static Gen<AttributeValue> Set { get; } = Gen.OneOf(
        Text.NonEmptyListOf().Select(members => AttributeValue.StringSet([.. members.Distinct()])),
        AnyNumber.NonEmptyListOf().Select(members => AttributeValue.NumberSet([.. members.Distinct()])),
        Bytes.NonEmptyListOf().Select(members => AttributeValue.BinarySet([.. members.DistinctBy(Convert.ToHexString)])));

    private static Gen<AttributeValue> ValueOf(int size) => size < 2
        ? Scalar
        : Gen.Frequency(
            (6, Scalar),
            (2, Set),
            (2, Gen.Choose(0, 4).SelectMany(count => ValueOf(size / 3).ArrayOf(count)).Select(elements => AttributeValue.List(elements))),
            (2, ItemOf(size / 3).Select(AttributeValue.Map)));

    private static Gen<Item> ItemOf(int size) =>
        from count in Gen.Choose(0, 5)
        from names in Name.ArrayOf(count)
        from values in ValueOf(size).ArrayOf(count)
        select Keyfold.Items.Item.Create([.. names.Zip(values).DistinctBy(attribute => attribute.First)]);

    private static Number Make(string digits, int magnitude, bool negative)
    {
        digits = digits.Trim('0');
        string text = digits.Length == 0 ? "0" : $"{(negative ? "-" : "")}{digits[0]}.{digits[1..]}e{magnitude}";
        return Number.TryParse(text, out var number) == NumberError.None ? number : throw new InvalidOperationException(text);
    }
}
