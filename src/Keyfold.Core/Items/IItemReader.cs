namespace Keyfold.Items;

/// <summary>
/// Reads one item in one encoding, forwards. Generated code is generic over it (<c>where TReader : struct, IItemReader, allows ref struct</c>) and passes it by
/// reference:
/// <code>
/// reader.BeginItem();
/// while (reader.NextName(out var name))
/// {
///     switch (name.Length)
///     {
///         case 5 when name.SequenceEqual("Total"u8): total = reader.GetNumber(); break;
///         default: reader.Skip(); break;
///     }
/// }
/// </code>
/// </summary>
/// <remarks>
/// After <see cref="NextName"/> or <see cref="NextElement"/> returned true there is a current value, and exactly one call must consume it: one of the Get
/// methods, a Begin method (then the content must be read to its end, where the Next method returns false), or <see cref="Skip"/>. Spans stay valid until the
/// next call of a Next method. A value of another type than the one asked for, and input that is damaged, is an <see cref="ItemFormatException"/>.
/// </remarks>
public interface IItemReader
{
    /// <summary>The encoding that the reader takes.</summary>
    static abstract ItemEncoding Encoding { get; }

    /// <summary>The type of the current value.</summary>
    AttributeType Type { get; }

    /// <summary>Enters the item.</summary>
    void BeginItem();

    /// <summary>Enters the current value, a map.</summary>
    void BeginMap();

    /// <summary>Goes to the next attribute of the item or map. False at its end, which also leaves it.</summary>
    bool NextName(out ReadOnlySpan<byte> utf8Name);

    /// <summary>Enters the current value, a list.</summary>
    /// <param name="count">The number of elements; 0 where the encoding does not tell in advance.</param>
    void BeginList(out int count);

    /// <summary>Enters the current value, a set of any of the three types.</summary>
    /// <param name="count">The number of members; 0 where the encoding does not tell in advance.</param>
    void BeginSet(out int count);

    /// <summary>Goes to the next element of the list or set. False at its end, which also leaves it.</summary>
    bool NextElement();

    /// <summary>Takes a string.</summary>
    string GetString();

    /// <summary>Takes a string as UTF-8. If the value is no string: false, and it stays the current value.</summary>
    bool TryGetUtf8(out ReadOnlySpan<byte> utf8);

    /// <summary>Takes a number.</summary>
    Number GetNumber();

    /// <summary>Takes an integer. If the value is no number, has a fraction or does not fit: false, and it stays the current value.</summary>
    bool TryGetInt64(out long value);

    /// <summary>Takes a binary value.</summary>
    ReadOnlySpan<byte> GetBinary();

    /// <summary>Takes true or false.</summary>
    bool GetBoolean();

    /// <summary>Takes a value of any type.</summary>
    AttributeValue GetValue();

    /// <summary>Takes a value of any type as it is encoded, for <see cref="IItemWriter.Raw"/>.</summary>
    ReadOnlySpan<byte> GetRaw();

    /// <summary>Passes over the current value.</summary>
    void Skip();
}
