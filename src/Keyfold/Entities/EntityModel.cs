using System.ComponentModel;
using System.Text;
using Keyfold.Codecs;
using Keyfold.Items;
using Keyfold.Templates;

namespace Keyfold;

/// <summary>An entity as its annotations declare it. Generated; the same for every table object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityModel
{
    private readonly byte[] _utf8Name;

    /// <summary>Starts a model.</summary>
    /// <param name="name">The entity's name as items keep it.</param>
    public EntityModel(string name)
    {
        Name = name;

        // ILC 10.0 stops with "VTable of type ICodec<__Canon> not computed by the IL scanner" unless some codec of a reference type was once an object
        GC.KeepAlive(default(StringCodec));
        _utf8Name = Encoding.UTF8.GetBytes(name);
    }

    /// <summary>The entity's name as items keep it.</summary>
    public string Name { get; }

    /// <summary>The attribute that keeps <see cref="Name"/>; null for none.</summary>
    public string? TypeAttribute
    {
        get;
        init
        {
            field = value;
            Utf8TypeAttribute = value is null ? null : Encoding.UTF8.GetBytes(value);
        }
    }

    /// <summary>The partition key of the table.</summary>
    public required KeyTemplate Partition { get; init; }

    /// <summary>The sort key of the table; null for none.</summary>
    public KeyTemplate? Sort { get; init; }

    /// <summary>The key attributes of indexes that are made from templates.</summary>
    public Sequence<KeyTemplate> IndexKeys { get; init; }

    /// <summary>The properties that the primary key is made of, in the order of the key's parts, none twice.</summary>
    public Sequence<KeyProperty> KeyProperties { get; init; }

    /// <summary>The attribute of the version; null for none.</summary>
    public string? VersionAttribute { get; init; }

    /// <summary>The attributes without which an item does not fit the class, but for those of <see cref="KeyProperties"/> and the version.</summary>
    public Sequence<string> RequiredAttributes { get; init; }

    /// <summary>The properties whose attributes have other names than they.</summary>
    public Sequence<RenamedProperty> Renamed { get; init; }

    internal ReadOnlySpan<byte> Utf8Name => _utf8Name;

    internal byte[]? Utf8TypeAttribute { get; private init; }

    internal string AttributeOf(string property)
    {
        foreach (RenamedProperty renamed in Renamed)
        {
            if (string.Equals(renamed.Property, property, StringComparison.Ordinal))
            {
                return renamed.Attribute;
            }
        }

        return property;
    }

    internal string PropertyOf(string attribute)
    {
        foreach (RenamedProperty renamed in Renamed)
        {
            if (string.Equals(renamed.Attribute, attribute, StringComparison.Ordinal))
            {
                return renamed.Property;
            }
        }

        return attribute;
    }
}

/// <summary>A property and the other name of its attribute.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RenamedProperty(string Property, string Attribute);

/// <summary>A property that the primary key is made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KeyProperty
{
    private protected KeyProperty(string name) => Name = name;

    /// <summary>The property's name.</summary>
    public string Name { get; }

    internal abstract AttributeValue Encode(object value);
}

/// <summary>A property that the primary key is made of.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
/// <param name="name">Its name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyProperty<T, TCodec>(string name) : KeyProperty(name)
    where TCodec : ICodec<T>
{
    internal override AttributeValue Encode(object value) => ValueEncoder<T, TCodec>.Instance.Encode((T)value);
}
