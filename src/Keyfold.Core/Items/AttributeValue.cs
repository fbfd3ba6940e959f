using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Keyfold.Items;

/// <summary>
/// A value of one of DynamoDB's ten types. It is immutable, and equal to another by DynamoDB's rules: types must match, numbers compare by value, sets and maps
/// without regard to order, lists in order. The default value is NULL.
/// </summary>
/// <remarks>For expression operands, attributes that no entity declares, and tests: entities go to and from encoded items without it.</remarks>
public readonly partial struct AttributeValue : IEquatable<AttributeValue>
{
    /// <summary>The NULL value.</summary>
    public static readonly AttributeValue Null;

    // text, byte[], sorted arrays, an item, or a number that is no long
    private readonly object? _reference;

    // a number that is a long, or 1 for true
    private readonly long _inline;

    // counted from Null, so that the default value is NULL
    private readonly byte _type;

    private AttributeValue(AttributeType type, object? reference, long inline = 0)
    {
        _type = (byte)(type - AttributeType.Null);
        _reference = reference;
        _inline = inline;
    }

    /// <summary>The value's type.</summary>
    public AttributeType Type => (AttributeType)(byte)(_type + (byte)AttributeType.Null);

    /// <summary>A string value.</summary>
    public static implicit operator AttributeValue(string text) => String(text);

    /// <summary>A number value.</summary>
    public static implicit operator AttributeValue(Number number) => Number(number);

    /// <summary>A number value.</summary>
    public static implicit operator AttributeValue(long number) => Number(number);

    /// <summary>A number value.</summary>
    public static implicit operator AttributeValue(decimal number) => Number(number);

    /// <summary>A Boolean value.</summary>
    public static implicit operator AttributeValue(bool value) => Boolean(value);

    /// <summary>A map value.</summary>
    public static implicit operator AttributeValue(Item map) => Map(map);

    /// <summary>A string value; the text may be empty.</summary>
    public static AttributeValue String(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(AttributeType.String, text);
    }

    /// <summary>A number value.</summary>
    public static AttributeValue Number(Number number) =>
        number.TryGetInt64(out long integer) ? new(AttributeType.Number, null, integer) : new(AttributeType.Number, number);

    /// <summary>A binary value; the bytes are copied and may be empty.</summary>
    public static AttributeValue Binary(ReadOnlyMemory<byte> bytes) => new(AttributeType.Binary, bytes.ToArray());

    /// <summary>True or false.</summary>
    public static AttributeValue Boolean(bool value) => new(AttributeType.Boolean, null, value ? 1 : 0);

    /// <summary>A list of values, in their order; it may be empty.</summary>
    public static AttributeValue List(params ReadOnlySpan<AttributeValue> elements) => new(AttributeType.List, elements.ToArray());

    /// <summary>A map with the attributes of an item.</summary>
    public static AttributeValue Map(Item map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new(AttributeType.Map, map);
    }

    /// <summary>A set of strings.</summary>
    /// <exception cref="ItemFormatException">There is no member, or one occurs twice.</exception>
    public static AttributeValue StringSet(params ReadOnlySpan<string> members) =>
        new(AttributeType.StringSet, SetMembers.Sort(members, Utf8Order.Comparer));

    /// <summary>A set of numbers.</summary>
    /// <exception cref="ItemFormatException">There is no member, or one occurs twice (1 and 1.0 are the same number).</exception>
    public static AttributeValue NumberSet(params ReadOnlySpan<Number> members) =>
        new(AttributeType.NumberSet, SetMembers.Sort(members, Comparer<Number>.Default));

    /// <summary>A set of binary values; the bytes are copied.</summary>
    /// <exception cref="ItemFormatException">There is no member, or one occurs twice.</exception>
    public static AttributeValue BinarySet(params ReadOnlySpan<ReadOnlyMemory<byte>> members)
    {
        var copies = new ReadOnlyMemory<byte>[members.Length];
        for (int i = 0; i < copies.Length; i++)
        {
            copies[i] = members[i].ToArray();
        }

        return new(AttributeType.BinarySet, SetMembers.Sort(copies, SetMembers.BinaryOrder));
    }

    /// <summary>The text of a string.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public string AsString() => (string)Reference(AttributeType.String);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public Number AsNumber()
    {
        Require(AttributeType.Number);
        return _reference is null ? _inline : (Number)_reference;
    }

    /// <summary>The bytes of a binary value.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public ReadOnlyMemory<byte> AsBinary() => (byte[])Reference(AttributeType.Binary);

    /// <summary>True or false.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public bool AsBoolean()
    {
        Require(AttributeType.Boolean);
        return _inline != 0;
    }

    /// <summary>The elements of a list.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public ImmutableArray<AttributeValue> AsList() => Elements<AttributeValue>(AttributeType.List);

    /// <summary>The attributes of a map.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public Item AsMap() => (Item)Reference(AttributeType.Map);

    /// <summary>The members of a string set in ascending order of their UTF-8 bytes.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public ImmutableArray<string> AsStringSet() => Elements<string>(AttributeType.StringSet);

    /// <summary>The members of a number set in ascending order.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public ImmutableArray<Number> AsNumberSet() => Elements<Number>(AttributeType.NumberSet);

    /// <summary>The members of a binary set in ascending order of their bytes.</summary>
    /// <exception cref="InvalidOperationException">The value has another type.</exception>
    public ImmutableArray<ReadOnlyMemory<byte>> AsBinarySet() => Elements<ReadOnlyMemory<byte>>(AttributeType.BinarySet);

    private ImmutableArray<T> Elements<T>(AttributeType type) => ImmutableCollectionsMarshal.AsImmutableArray((T[])Reference(type));

    private object Reference(AttributeType type)
    {
        Require(type);
        return _reference!;
    }

    private void Require(AttributeType type)
    {
        if (Type != type)
        {
            ThrowWrongType(type);
        }
    }

    [DoesNotReturn]
    private void ThrowWrongType(AttributeType type) =>
        throw new InvalidOperationException($"The attribute value is of type {Type.Tag()}, not {type.Tag()}.");
}
