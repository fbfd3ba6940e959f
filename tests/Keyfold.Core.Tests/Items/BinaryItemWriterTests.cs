using Keyfold.Items;

namespace Keyfold.Core.Tests.Items;

/// <summary>What the writer refuses, with reason and place.</summary>
public sealed class BinaryItemWriterTests
{
    private delegate void Write(ref BinaryItemWriter writer);

    [Fact]
    public void An_empty_set_is_refused() => AssertError(
        ItemFormatError.EmptySet,
        "Tags",
        "",
        (ref BinaryItemWriter writer) =>
        {
            writer.Name("Tags"u8);
            writer.BeginSet(AttributeType.StringSet);
            writer.EndSet();
        });

    [Fact]
    public void A_member_that_occurs_twice_is_refused_with_all_members_as_given() => AssertError(
        ItemFormatError.DuplicateSetMember,
        "Lines[1].Tags",
        "[b, a, b]",
        (ref BinaryItemWriter writer) =>
        {
            writer.Name("Lines"u8);
            writer.BeginList();
            writer.Null();
            writer.BeginMap();
            writer.Name("Tags"u8);
            writer.BeginSet(AttributeType.StringSet);
            writer.String("b");
            writer.String("a");
            writer.String("b");
            writer.EndSet();
        });

    [Fact]
    public void Numbers_of_a_set_are_compared_by_value() => AssertError(
        ItemFormatError.DuplicateSetMember,
        "Numbers",
        "[1, 1]",
        (ref BinaryItemWriter writer) =>
        {
            writer.Name("Numbers"u8);
            writer.BeginSet(AttributeType.NumberSet);
            writer.Number(1);
            writer.Number(1.0m);
            writer.EndSet();
        });

    [Fact]
    public void Binary_members_are_shown_as_base64() => AssertError(
        ItemFormatError.DuplicateSetMember,
        "Binaries",
        "[Yg==, Yg==]",
        (ref BinaryItemWriter writer) =>
        {
            writer.Name("Binaries"u8);
            writer.BeginSet(AttributeType.BinarySet);
            writer.Binary("b"u8);
            writer.Binary("b"u8);
            writer.EndSet();
        });

    [Fact]
    public void An_empty_name_is_refused() => AssertError(
        ItemFormatError.EmptyName,
        "Map",
        "",
        (ref BinaryItemWriter writer) =>
        {
            writer.Name("Map"u8);
            writer.BeginMap();
            writer.Name(""u8);
        });

    [Fact]
    public void A_name_of_65536_bytes_is_refused()
    {
        AssertError(ItemFormatError.NameTooLong, "", "", (ref BinaryItemWriter writer) => writer.Name(new byte[65_536]));
        AssertError(ItemFormatError.NameTooLong, "", "", (ref BinaryItemWriter writer) => writer.Name(new string('é', 32_768).AsSpan()));
    }

    [Fact]
    public void A_name_that_occurs_twice_is_refused_next_to_itself_and_further_on()
    {
        AssertError(ItemFormatError.DuplicateName, "a", "", (ref BinaryItemWriter writer) =>
        {
            WriteNulls(ref writer, "a", "a");
            writer.EndItem();
        });
        AssertError(ItemFormatError.DuplicateName, "a", "", (ref BinaryItemWriter writer) =>
        {
            WriteNulls(ref writer, "a", "b", "a");
            writer.EndItem();
        });
    }

    [Fact]
    public void The_33rd_level_is_refused()
    {
        AssertError(ItemFormatError.NestingTooDeep, "a" + string.Concat(Enumerable.Repeat("[0]", 31)), "", (ref BinaryItemWriter writer) => Nest(ref writer, 32));

        var writer = BinaryItemWriter.Rent();
        writer.BeginItem();
        Nest(ref writer, 31);
        writer.EndItem();
        Assert.Equal(32, new EncodedItem(writer.WrittenSpan).Depth);
        Assert.Equal(31, new EncodedItem(writer.WrittenSpan).ToItem()["a"].ToString().Count(character => character == '['));
        writer.Dispose();
    }

    [Fact]
    public void Floating_point_values_outside_of_DynamoDBs_numbers_are_refused()
    {
        AssertError(ItemFormatError.NotANumber, "a[1]", "", (ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.BeginList();
            writer.Number(0.5);
            writer.Number(double.NaN);
        });
        AssertError(ItemFormatError.NumberOverflow, "a", "", (ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.Number(1e126);
        });
        AssertError(ItemFormatError.NumberUnderflow, "a", "", (ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.Number(1e-131);
        });
        AssertError(ItemFormatError.NotANumber, "a", "", (ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.Number(float.PositiveInfinity);
        });
    }

    [Fact]
    public void Text_that_is_not_Unicode_is_refused()
    {
        AssertError(ItemFormatError.InvalidText, "a", "", (ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.String("\ud800x");
        });
        AssertError(ItemFormatError.InvalidText, "a", "", (ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.Utf8String([0xC3]);
        });
    }

    [Fact]
    public void Calls_out_of_turn_are_refused()
    {
        AssertMisplaced((ref BinaryItemWriter writer) => writer.Null());
        AssertMisplaced((ref BinaryItemWriter writer) => writer.EndMap());
        AssertMisplaced((ref BinaryItemWriter writer) => writer.EndList());
        AssertMisplaced((ref BinaryItemWriter writer) => writer.EndSet());
        AssertMisplaced((ref BinaryItemWriter writer) => writer.BeginItem());
        AssertMisplaced((ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.Name("b"u8);
        });
        AssertMisplaced((ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.EndItem();
        });
        AssertMisplaced((ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.BeginList();
            writer.EndItem();
        });
        AssertMisplaced((ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.BeginSet(AttributeType.NumberSet);
            writer.String("a");
        });
        AssertMisplaced((ref BinaryItemWriter writer) =>
        {
            writer.Name("a"u8);
            writer.BeginSet(AttributeType.StringSet);
            writer.BeginList();
        });
    }

    [Fact]
    public void A_writer_in_use_does_not_disturb_another()
    {
        var outer = BinaryItemWriter.Rent();
        outer.BeginItem();
        outer.Name("a"u8);
        byte[] inner = ItemCodec.Encode([("b", 2)], ItemEncoding.Binary);
        outer.Binary(inner);
        outer.EndItem();
        Assert.Equal([("a", AttributeValue.Binary(inner))], new EncodedItem(outer.WrittenSpan).ToItem());

        outer.BeginItem();
        outer.EndItem();
        Assert.Equal(Item.Empty, new EncodedItem(outer.WrittenSpan).ToItem());
        outer.Dispose();
        outer.Dispose();
    }

    private static void WriteNulls(ref BinaryItemWriter writer, params string[] names)
    {
        foreach (string name in names)
        {
            writer.Name(name.AsSpan());
            writer.Null();
        }
    }

    private static void Nest(ref BinaryItemWriter writer, int levels)
    {
        writer.Name("a"u8);
        for (int i = 0; i < levels; i++)
        {
            writer.BeginList();
        }

        for (int i = 0; i < levels; i++)
        {
            writer.EndList();
        }
    }

    private static void AssertError(ItemFormatError error, string path, string detail, Write write)
    {
        var exception = Assert.Throws<ItemFormatException>(() => Run(write));
        Assert.Equal((error, path, detail), (exception.Error, exception.Path, exception.Detail));
    }

    private static void AssertMisplaced(Write write) => Assert.Throws<InvalidOperationException>(() => Run(write));

    private static void Run(Write write)
    {
        var writer = BinaryItemWriter.Rent();
        try
        {
            writer.BeginItem();
            write(ref writer);
        }
        finally
        {
            writer.Dispose();
        }
    }
}
