using System.Text;
using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class EncodedValueTests
{
    [Fact]
    public void Equality_is_that_of_the_objects() => Property.Holds(
        from left in Generate.Value
        from other in Generate.Value
        from same in Gen.Elements(true, false)
        select (left, same ? left : other),
        pair => Assert.Equal(
            pair.left == pair.Item2,
            EncodedValue.AreEqual(new(ItemCodec.EncodeValue(pair.left)), new(ItemCodec.EncodeValue(pair.Item2)))));

    [Fact]
    public void Order_is_that_of_the_objects()
    {
        Property.Holds(Generate.AnyNumber.Two(), pair => AssertOrder(pair.Item1.CompareTo(pair.Item2), pair.Item1, pair.Item2));
        Property.Holds(Generate.Text.Two(), pair => AssertOrder(Utf8Order.Compare(pair.Item1, pair.Item2), pair.Item1, pair.Item2));
        Property.Holds(
            Generate.Bytes.Two(),
            pair => AssertOrder(
                pair.Item1.AsSpan().SequenceCompareTo(pair.Item2), AttributeValue.Binary(pair.Item1), AttributeValue.Binary(pair.Item2)));
    }

    [Fact]
    public void A_missing_value_equals_nothing()
    {
        Assert.True(default(EncodedValue).IsMissing);
        Assert.False(EncodedValue.AreEqual(default, default));
        Assert.False(EncodedValue.AreEqual(new(ItemCodec.EncodeValue(AttributeValue.Null)), default));
        Assert.Equal("", default(EncodedValue).ToString());
    }

    [Fact]
    public void Elements_are_found_by_position_and_by_value()
    {
        byte[] bytes = ItemCodec.EncodeValue(AttributeValue.List("a", 1, AttributeValue.List()));
        var list = new EncodedValue(bytes);
        Assert.Equal(3, list.Count);
        Assert.Equal(3, list.Elements.Count);
        Assert.True(list.TryGetElement(1, out var element));
        Assert.Equal(1, element.AsNumber());
        Assert.False(list.TryGetElement(3, out element));
        Assert.True(element.IsMissing);
        Assert.False(list.TryGetElement(-1, out _));
        Assert.True(list.Contains(new(ItemCodec.EncodeValue(AttributeValue.List()))));
        Assert.False(list.Contains(new(ItemCodec.EncodeValue(2))));

        var set = new EncodedValue(ItemCodec.EncodeValue(AttributeValue.NumberSet(3, 1.5m)));
        Assert.True(set.Contains(new(ItemCodec.EncodeValue(1.50m))));
        Assert.True(set.TryGetElement(0, out var first));
        Assert.Equal("1.5", first.AsNumber().ToString());
    }

    [Fact]
    public void Attributes_are_found_by_name_at_every_depth()
    {
        var item = new EncodedItem(ItemCodec.Encode([("m", AttributeValue.Map([("é", "x"), ("a", true)])), ("z", 1)], ItemEncoding.Binary));
        Assert.True(item.TryFind("m"u8, out var map));
        Assert.Equal(2, map.AsMap().Count);
        Assert.True(map.AsMap().TryFind(Encoding.UTF8.GetBytes("é"), out var text));
        Assert.Equal("x", text.AsString());
        Assert.Equal("x"u8, text.AsUtf8());
        Assert.True(map.AsMap().TryFind("a"u8, out var boolean));
        Assert.True(boolean.AsBoolean());
        Assert.False(map.AsMap().TryFind("z"u8, out var missing));
        Assert.True(missing.IsMissing);
        Assert.Equal("{m={M:{a={BOOL:true}, é={S:x}}}, z={N:1}}", item.ToString());
    }

    [Fact]
    public void A_value_of_another_type_is_refused()
    {
        byte[] text = ItemCodec.EncodeValue("a");
        byte[] map = ItemCodec.EncodeValue(AttributeValue.Map([]));
        AssertWrongType(() => new EncodedValue(text).AsNumber());
        AssertWrongType(() => new EncodedValue(text).AsBoolean());
        AssertWrongType(() => new EncodedValue(text).AsBinary().Length);
        AssertWrongType(() => new EncodedValue(text).AsMap().Count);
        AssertWrongType(() => new EncodedValue(text).Count);
        AssertWrongType(() => new EncodedValue(map).Elements.Count);
        AssertWrongType(() => new EncodedValue(map).AsUtf8().Length);
        AssertWrongType(() => EncodedValue.Compare(new(map), new(map)));
        AssertWrongType(() => EncodedValue.Compare(new(text), new(map)));
    }

    [Fact]
    public void The_reader_refuses_a_value_of_another_type_and_keeps_it()
    {
        byte[] bytes = ItemCodec.Encode([("a", 1.5m)], ItemEncoding.Binary);
        var reader = new BinaryItemReader(bytes);
        reader.BeginItem();
        Assert.True(reader.NextName(out _));
        Assert.False(reader.TryGetInt64(out _));
        Assert.False(reader.TryGetUtf8(out _));
        Assert.Equal("1.5", reader.GetNumber().ToString());

        var exception = Assert.Throws<ItemFormatException>(() =>
        {
            var other = new BinaryItemReader(bytes);
            other.BeginItem();
            other.NextName(out _);
            other.GetString();
        });
        Assert.Equal((ItemFormatError.WrongType, AttributeType.String, "expected S, found N"), (exception.Error, exception.Type, exception.Detail));
    }

    private static void AssertOrder(int expected, AttributeValue left, AttributeValue right) => Assert.Equal(
        Math.Sign(expected),
        Math.Sign(EncodedValue.Compare(new(ItemCodec.EncodeValue(left)), new(ItemCodec.EncodeValue(right)))));

    private static void AssertWrongType<T>(Func<T> read) =>
        Assert.Equal(ItemFormatError.WrongType, Assert.Throws<ItemFormatException>(() => { read(); }).Error);
}
