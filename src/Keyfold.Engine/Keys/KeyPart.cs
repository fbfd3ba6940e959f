using System.Text;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;

namespace Keyfold.Engine.Keys;

/// <summary>One key attribute with its name in UTF-8, and how its values become key bytes.</summary>
internal sealed class KeyPart(KeyAttribute attribute, int bytesMax)
{
    private readonly int _bytesMax = bytesMax;

    public string Name { get; } = attribute.Name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(attribute.Name);

    public AttributeType Type { get; } = attribute.Type;

    public bool IsBinary => Type == AttributeType.Binary;

    /// <summary>What <see cref="ItemKey"/> calls the type.</summary>
    public KeyPartType PartType => Type switch
    {
        AttributeType.String => KeyPartType.String,
        AttributeType.Number => KeyPartType.Number,
        _ => KeyPartType.Binary,
    };

    /// <summary>What, if anything, keeps a value from being this part of a key.</summary>
    public KeyFault Check(in KeyValue value)
    {
        if (value.Type != Type)
        {
            return KeyFault.Type;
        }

        return Type == AttributeType.Number ? KeyFault.None : CheckLength(value.Content.Length);
    }

    /// <summary>What, if anything, keeps a string or binary value of a length from being this part of a key.</summary>
    public KeyFault CheckLength(int bytes)
    {
        if (bytes == 0)
        {
            return KeyFault.Empty;
        }

        return bytes > _bytesMax ? KeyFault.Length : KeyFault.None;
    }

    /// <summary>Whether a value, of whatever type, has more bytes than this part of a key may have.</summary>
    public bool IsTooLong(in AttributeValue value) => value.Type switch
    {
        AttributeType.String => Encoding.UTF8.GetByteCount(value.AsString()) > _bytesMax,
        AttributeType.Binary => value.AsBinary().Length > _bytesMax,
        _ => false,
    };

    /// <summary>Appends a value as it is: nothing may follow that is not told from it otherwise.</summary>
    public void AppendPlain(in KeyValue value, KeyArena arena)
    {
        if (Type == AttributeType.Number)
        {
            arena.Advance(KeyNumber.Encode(value.Number, arena.Reserve(KeyNumber.LengthMax)));
        }
        else
        {
            arena.Append(value.Content);
        }
    }

    /// <summary>The value of bytes that <see cref="AppendPlain"/> wrote.</summary>
    public AttributeValue Read(ReadOnlySpan<byte> bytes)
    {
        switch (Type)
        {
            case AttributeType.String:
                return Encoding.UTF8.GetString(bytes);
            case AttributeType.Binary:
                return AttributeValue.Binary(bytes.ToArray());
            default:
                bool isNumber = KeyNumber.TryDecode(bytes, out Number number, out int length);
                Invariant.Holds(isNumber && length == bytes.Length);
                return number;
        }
    }

    /// <summary>Appends a value so that it ends by itself.</summary>
    public void AppendElement(in KeyValue value, KeyArena arena)
    {
        if (Type == AttributeType.Number)
        {
            AppendPlain(value, arena);
        }
        else
        {
            arena.Advance(KeyTuple.Encode(value.Content, arena.Reserve(KeyTuple.LengthMax(value.Content.Length))));
        }
    }

    /// <summary>Appends the common start of all elements that begin with a value.</summary>
    public static void AppendElementPrefix(in KeyValue value, KeyArena arena) =>
        arena.Advance(KeyTuple.EncodePrefix(value.Content, arena.Reserve(KeyTuple.LengthMax(value.Content.Length))));
}

/// <summary>What is wrong with a value as a part of a key.</summary>
internal enum KeyFault
{
    None,
    Type,
    Empty,
    Length,
}
