using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>
/// A set as a set of strings, numbers or binary values. DynamoDB has no empty set: a property that cannot be null is left out of the item when it is empty,
/// and an item without it gives an empty set; anywhere else an empty set is refused.
/// </summary>
/// <typeparam name="TSet"><see cref="HashSet{T}"/> or an interface that it implements.</typeparam>
/// <typeparam name="T">The type of the members.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
/// <typeparam name="TKind">Which of the three sets it is.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SetCodec<TSet, T, TCodec, TKind> : ICodec<TSet>
    where TSet : class, IEnumerable<T>
    where TCodec : ICodec<T>
    where TKind : ISetKind
{
    /// <summary>A new set without members, for an item that lacks the attribute.</summary>
    public static TSet Empty => (TSet)(object)new HashSet<T>();

    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, TSet value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            MappingFault.NullValue();
        }

        writer.BeginSet(TKind.Type);
        Elements.Write<TWriter, T, TCodec>(ref writer, value);
        writer.EndSet();
    }

    /// <inheritdoc/>
    public static TSet Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginSet(out int count);
        var set = new HashSet<T>(count);
        Elements.Read<TReader, T, TCodec>(ref reader, set);
        return (TSet)(object)set;
    }
}

/// <summary>Which of DynamoDB's three sets a set is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISetKind
{
    /// <summary>SS, NS or BS.</summary>
    static abstract AttributeType Type { get; }
}

/// <summary>A set of strings, SS.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringSet : ISetKind
{
    /// <inheritdoc/>
    public static AttributeType Type => AttributeType.StringSet;
}

/// <summary>A set of numbers, NS.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NumberSet : ISetKind
{
    /// <inheritdoc/>
    public static AttributeType Type => AttributeType.NumberSet;
}

/// <summary>A set of binary values, BS.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BinarySet : ISetKind
{
    /// <inheritdoc/>
    public static AttributeType Type => AttributeType.BinarySet;
}
