using System.Text;
using FsCheck.Fluent;
using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

public sealed class ItemTests
{
    [Fact]
    public void Attributes_are_in_the_order_of_their_UTF8_names()
    {
        Item item = [("😀", 1), ("b", 2), ("\uffee", 3), ("a", 4), ("ab", 5)];
        Assert.Equal(["a", "ab", "b", "\uffee", "😀"], item.Select(attribute => attribute.Name));
        Assert.Equal(("ab", 5), item[1]);
        Assert.Equal(5, item.Count);
    }

    [Fact]
    public void Attributes_are_found_by_name()
    {
        Item item = [("b", 1), ("a", "x")];
        Assert.Equal("x", item["a"]);
        Assert.True(item.TryGet("b", out var value));
        Assert.Equal(1, value);
        Assert.False(item.TryGet("c", out _));
        Assert.False(item.Contains(""));
        Assert.Throws<KeyNotFoundException>(() => item["c"]);
    }

    [Fact]
    public void Changing_makes_another_item()
    {
        Item item = [("b", 1), ("d", 2)];
        Assert.Equal([("a", 0), ("b", 1), ("d", 2)], item.With("a", 0));
        Assert.Equal([("b", 1), ("c", 0), ("d", 2)], item.With("c", 0));
        Assert.Equal([("b", 1), ("d", 2), ("e", 0)], item.With("e", 0));
        Assert.Equal([("b", 0), ("d", 2)], item.With("b", 0));
        Assert.Equal([("d", 2)], item.Without("b"));
        Assert.Same(item, item.Without("x"));
        Assert.Equal([("b", 1), ("d", 2)], item);
    }

    [Fact]
    public void Names_that_are_empty_or_occur_twice_are_refused()
    {
        Assert.Equal(ItemFormatError.EmptyName, Assert.Throws<ItemFormatException>(() => Item.Create(("", 1))).Error);
        Assert.Equal(ItemFormatError.EmptyName, Assert.Throws<ItemFormatException>(() => Item.Empty.With("", 1)).Error);
        var exception = Assert.Throws<ItemFormatException>(() => Item.Create(("a", 1), ("b", 2), ("a", 1)));
        Assert.Equal((ItemFormatError.DuplicateName, "a"), (exception.Error, exception.Path));
    }

    [Fact]
    public void Equality_is_by_names_and_values()
    {
        Assert.Equal<Item>([("a", 1), ("b", "x")], [("b", "x"), ("a", 1.0m)]);
        Assert.NotEqual<Item>([("a", 1)], [("a", 2)]);
        Assert.NotEqual<Item>([("a", 1)], [("b", 1)]);
        Assert.NotEqual<Item>([("a", 1)], [("a", 1), ("b", 1)]);
        Assert.Same(Item.Empty, Item.Create());
    }

    [Fact]
    public void The_order_of_texts_is_that_of_their_UTF8_bytes() => Property.Holds(
        Generate.Text.Two(),
        pair => Assert.Equal(
            Math.Sign(Encoding.UTF8.GetBytes(pair.Item1).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(pair.Item2))),
            Math.Sign(Utf8Order.Compare(pair.Item1, pair.Item2))),
        count: 2000);
}
