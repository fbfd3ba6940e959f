using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;

namespace Keyfold.Generator.Emit;

/// <summary>What the emitters of an entity's file share: the names of the generated types, and of everything that is made for a key.</summary>
internal sealed class EntityScope
{
    private readonly Dictionary<(string Attribute, bool IsSort), string> _keyNames = [];
    private readonly Dictionary<KeyModel, string> _patternNames = [];

    public EntityScope(EntityModel entity)
    {
        Entity = entity;
        Enums = new EnumNamesEmitter();
        Codecs = new CodecEmitter(Enums);
        var names = new LocalNames("Model", "Primary");
        foreach (KeyModel key in entity.Keys)
        {
            _patternNames[key] = names.Free(key.Method ?? "Table");
        }

        foreach ((KeyAttributeModel attribute, bool isSort) in KeyAttributes())
        {
            _keyNames.Add((attribute.Name, isSort), names.Free(Capitalized(Names.Identifier(attribute.Name))));
        }
    }

    public EntityModel Entity { get; }

    public EnumNamesEmitter Enums { get; }

    public CodecEmitter Codecs { get; }

    public TypeModel Type => Entity.Type;

    /// <summary>The entity's type with <c>global::</c>.</summary>
    public string Self => Type.FullName;

    public string KeyType => Self + "Key";

    public string SetType => Self + "Set";

    public string FieldsType => FieldEmitter.FieldsOf(Self);

    public string UpdateFieldsType => Self + "UpdateFields";

    /// <summary>A query of the entity that cannot be narrowed by a sort key any further.</summary>
    public string QueryType => $"global::Keyfold.Query<{Self}, {FieldsType}>";

    /// <summary>The file's class of templates and patterns.</summary>
    public string Keys => Type.Name + "Keys";

    /// <summary>The file's class of accessors.</summary>
    public string Accessors => Type.Name + "Accessors";

    public string Visibility => Type.IsPublic ? "public" : "internal";

    /// <summary>The keys that have a query method, each method once.</summary>
    public IEnumerable<KeyModel> Queries => Entity.Keys
        .Where(key => key.Method is { } method && Names.IsIdentifier(method))
        .GroupBy(key => key.Method, StringComparer.Ordinal)
        .Select(keys => keys.First());

    /// <summary>All key attributes, each once: those that are a partition key first, then those that are a sort key.</summary>
    public IEnumerable<(KeyAttributeModel Attribute, bool IsSort)> KeyAttributes() => Entity.Keys
        .SelectMany(key => key.Partition.Select(attribute => (attribute, IsSort: false)).Concat(key.Sort.Select(attribute => (attribute, IsSort: true))))
        .GroupBy(key => (key.attribute.Name, key.IsSort))
        .Select(keys => keys.First());

    /// <summary>
    /// The key attributes that are written beside the properties, each once: what an inverted index has as its partition key is the table's sort key.
    /// </summary>
    public IEnumerable<(KeyAttributeModel Attribute, bool IsSort)> StoredKeyAttributes() => Entity.Keys
        .SelectMany(key => key.Partition.Select(attribute => (attribute, IsSort: false)).Concat(key.Sort.Select(attribute => (attribute, IsSort: true))))
        .Where(key => !key.attribute.IsPlain)
        .GroupBy(key => key.attribute.Name, StringComparer.Ordinal)
        .Select(keys => keys.First());

    /// <summary>The name of a key attribute's template.</summary>
    public string NameOf(KeyAttributeModel attribute, bool isSort) => _keyNames[(attribute.Name, isSort)];

    /// <summary>The name of a part of a key attribute.</summary>
    public string NameOf(KeyAttributeModel attribute, bool isSort, KeyPartModel part) =>
        NameOf(attribute, isSort) + (attribute.IsPlain ? "Part" : part.Property);

    /// <summary>The name of a key's access pattern.</summary>
    public string PatternOf(KeyModel key) => _patternNames[key];

    /// <summary>The name of the set's method that starts the plan of a key's partition.</summary>
    public static string PlanOf(KeyModel key) => "In" + (key.Index is { } index ? Names.Identifier(index) : "Table");

    /// <summary>A generated type beside the entity, with <c>global::</c>.</summary>
    public string Beside(string name) => Self.Substring(0, Self.Length - Type.Name.Length) + name;

    /// <summary>The property of a key's part; every part has one that is stored.</summary>
    public PropertyModel PropertyOf(KeyPartModel part) => Entity.Document.Properties.First(property => property.Name == part.Property);

    /// <summary>A name that no parameter has, since those begin with a small letter.</summary>
    private static string Capitalized(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) ? char.ToUpperInvariant(name[0]) + name.Substring(1) : "Key" + name;
}
