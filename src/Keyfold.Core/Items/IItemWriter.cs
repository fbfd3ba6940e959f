namespace Keyfold.Items;

/// <summary>
/// Writes one item in one encoding. Generated code is generic over it (<c>where TWriter : struct, IItemWriter, allows ref struct</c>) and passes it by
/// reference.
/// </summary>
/// <remarks>
/// <para>The calls: <see cref="BeginItem"/>, then for each attribute <see cref="Name(ReadOnlySpan{byte})"/> and exactly one value, then <see cref="EndItem"/>. A map's content is
/// like an item's; a list's and a set's elements are values without names. A call in the wrong place is an <see cref="InvalidOperationException"/>.</para>
/// <para>Names and set members may come in any order. Ascending order of UTF-8 bytes is the fastest, since anything else is sorted when its map or set ends.</para>
/// <para>A value that DynamoDB would not take is an <see cref="ItemFormatException"/> with the reason and the path; the writer is of no use after it, but must
/// still be disposed of.</para>
/// </remarks>
public interface IItemWriter
{
    /// <summary>The encoding that the writer produces.</summary>
    static abstract ItemEncoding Encoding { get; }

    /// <summary>
    /// The place of the value that comes next or that cannot be written: names and indexes as in <c>Lines[2].Price</c>. Between the attributes of an item or map it
    /// is the item or map; empty for the item. Meant for messages.
    /// </summary>
    string Path { get; }

    /// <summary>Starts an item, or a new one if one was ended before.</summary>
    void BeginItem();

    /// <summary>Ends the item.</summary>
    void EndItem();

    /// <summary>Names the value that comes next.</summary>
    /// <param name="utf8Name">1 to 65,535 bytes of valid UTF-8 (the caller sees to that).</param>
    void Name(scoped ReadOnlySpan<byte> utf8Name);

    /// <summary>Names the value that comes next, by a name that JSON has no escapes for.</summary>
    /// <param name="utf8Name">
    /// 1 to 65,535 bytes of valid UTF-8 without quotation mark, backslash and control characters (the caller sees to that). A constant costs least.
    /// </param>
    void PlainName(scoped ReadOnlySpan<byte> utf8Name);

    /// <summary>Names the value that comes next.</summary>
    /// <param name="name">A name of 1 to 65,535 bytes in UTF-8.</param>
    void Name(scoped ReadOnlySpan<char> name);

    /// <summary>Writes a string.</summary>
    void String(string text);

    /// <summary>Writes a string.</summary>
    void String(scoped ReadOnlySpan<char> text);

    /// <summary>Writes a string that is UTF-8 already; whether it is valid is checked.</summary>
    void Utf8String(scoped ReadOnlySpan<byte> utf8);

    /// <summary>Writes a number.</summary>
    void Number(long value);

    /// <summary>Writes a number.</summary>
    void Number(ulong value);

    /// <summary>Writes a number, without the trailing zeros that a decimal keeps.</summary>
    void Number(decimal value);

    /// <summary>Writes the number that the value prints as; see <see cref="Items.Number.TryFrom(double, out Number)"/>.</summary>
    void Number(double value);

    /// <summary>Writes the number that the value prints as; see <see cref="Items.Number.TryFrom(float, out Number)"/>.</summary>
    void Number(float value);

    /// <summary>Writes a number.</summary>
    void Number(in Number value);

    /// <summary>Writes a binary value.</summary>
    void Binary(scoped ReadOnlySpan<byte> bytes);

    /// <summary>Writes true or false.</summary>
    void Boolean(bool value);

    /// <summary>Writes NULL.</summary>
    void Null();

    /// <summary>Starts a map; names and values follow.</summary>
    void BeginMap();

    /// <summary>Ends the map.</summary>
    void EndMap();

    /// <summary>Starts a list; values follow.</summary>
    void BeginList();

    /// <summary>Ends the list.</summary>
    void EndList();

    /// <summary>Starts a set; its members follow, each written as a string, a number or a binary value.</summary>
    /// <param name="setType">SS, NS or BS.</param>
    void BeginSet(AttributeType setType);

    /// <summary>Ends the set, which must have a member and no member twice.</summary>
    void EndSet();

    /// <summary>Writes a value of any type.</summary>
    void Value(in AttributeValue value);

    /// <summary>Copies a value that a reader of the same encoding gave with <see cref="IItemReader.GetRaw"/>.</summary>
    void Raw(scoped ReadOnlySpan<byte> encodedValue);
}
