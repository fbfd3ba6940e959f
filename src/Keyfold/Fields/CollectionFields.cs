using System.ComponentModel;
using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Fields;

/// <summary>A field that is a set.</summary>
/// <typeparam name="TSet">The property's type.</typeparam>
/// <typeparam name="T">The type of the members.</typeparam>
public readonly struct SetField<TSet, T> : IField<TSet>, ISetField<T>
{
    private readonly ValueEncoder<TSet> _encoder;
    private readonly ValueEncoder<T> _memberEncoder;

    /// <summary>Makes a field.</summary>
    /// <param name="path">Where in the item it is.</param>
    /// <param name="encoder">How the set is stored.</param>
    /// <param name="memberEncoder">How a member is stored.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SetField(DocumentPath path, ValueEncoder<TSet> encoder, ValueEncoder<T> memberEncoder)
    {
        Path = path;
        _encoder = encoder;
        _memberEncoder = memberEncoder;
    }

    /// <inheritdoc/>
    public DocumentPath Path { get; }

    /// <summary>The set has the member.</summary>
    public Condition Contains(T member) => new Contains(new PathOperand(Path), new ValueOperand(_memberEncoder.Encode(member)));

    /// <summary>The size, to be compared with: members.</summary>
    public SizeField Size() => new(Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AttributeValue Encode(TSet value) => _encoder.Encode(value);

    AttributeValue ISetField<T>.EncodeMembers(IEnumerable<T> members) => _encoder.Encode((TSet)(object)members.ToHashSet());
}

/// <summary>A field that is a list.</summary>
/// <typeparam name="TList">The property's type.</typeparam>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TField">The field of an element.</typeparam>
public readonly struct ListField<TList, T, TField> : IField<TList>, IListField<T>
{
    private readonly ValueEncoder<TList> _encoder;
    private readonly ValueEncoder<T> _elementEncoder;
    private readonly Func<DocumentPath, TField> _element;

    /// <summary>Makes a field.</summary>
    /// <param name="path">Where in the item it is.</param>
    /// <param name="encoder">How the list is stored.</param>
    /// <param name="elementEncoder">How an element is stored.</param>
    /// <param name="element">Makes the field of an element.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ListField(DocumentPath path, ValueEncoder<TList> encoder, ValueEncoder<T> elementEncoder, Func<DocumentPath, TField> element)
    {
        Path = path;
        _encoder = encoder;
        _elementEncoder = elementEncoder;
        _element = element;
    }

    /// <inheritdoc/>
    public DocumentPath Path { get; }

    /// <summary>The element at a position, from 0. Conditions on a position behind the end are those on a missing attribute.</summary>
    public TField this[int index] => _element(Path.Element(index));

    /// <summary>The list has an element that is equal.</summary>
    public Condition Contains(T element) => new Contains(new PathOperand(Path), new ValueOperand(_elementEncoder.Encode(element)));

    /// <summary>The size, to be compared with: elements.</summary>
    public SizeField Size() => new(Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AttributeValue Encode(TList value) => _encoder.Encode(value);

    AttributeValue IListField<T>.EncodeElements(IEnumerable<T> elements)
    {
        ValueEncoder<T> encoder = _elementEncoder;
        return AttributeValue.List([.. elements.Select(encoder.Encode)]);
    }
}

/// <summary>A field that is a map with keys of the data's own.</summary>
/// <typeparam name="TMap">The property's type.</typeparam>
/// <typeparam name="TField">The field of a value.</typeparam>
public readonly struct MapField<TMap, TField> : IField<TMap>
{
    private readonly ValueEncoder<TMap> _encoder;
    private readonly Func<DocumentPath, TField> _value;

    /// <summary>Makes a field.</summary>
    /// <param name="path">Where in the item it is.</param>
    /// <param name="encoder">How the map is stored.</param>
    /// <param name="value">Makes the field of a value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MapField(DocumentPath path, ValueEncoder<TMap> encoder, Func<DocumentPath, TField> value)
    {
        Path = path;
        _encoder = encoder;
        _value = value;
    }

    /// <inheritdoc/>
    public DocumentPath Path { get; }

    /// <summary>The value of a key; dots and brackets in it have no meaning.</summary>
    public TField this[string key] => _value(Path.Member(key));

    /// <summary>The size, to be compared with: keys.</summary>
    public SizeField Size() => new(Path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AttributeValue Encode(TMap value) => _encoder.Encode(value);
}
