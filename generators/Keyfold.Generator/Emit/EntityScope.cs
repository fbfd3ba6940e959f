using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;

namespace Keyfold.Generator.Emit;

/// <summary>What the emitters of an entity's file share: the names of the generated types, and of everything that is made for a key.</summary>
internal sealed class EntityScope
{
    private readonly Dictionary<(string Attribute, bool IsSort), string> _keyNames = [];

    public EntityScope(EntityModel entity)
    {
        Entity = entity;
        Enums = new EnumNamesEmitter();
        Codecs = new CodecEmitter(Enums);
        var names = new LocalNames("Model", "Primary", "Table");
        foreach (KeyModel key in entity.Keys.Where(key => key.Method is not null))
        {
            names.Free(key.Method!);
        }

        foreach ((KeyAttributeModel attribute, bool isSort) in KeyAttributes())
        {
            string name = Names.Identifier(attribute.Name);
            _keyNames.Add((attribute.Name, isSort), names.Free(char.IsDigit(name[0]) ? "_" + name : name));
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

    /// <summary>The name of a key attribute's template.</summary>
    public string NameOf(KeyAttributeModel attribute, bool isSort) => _keyNames[(attribute.Name, isSort)];

    /// <summary>The name of a part of a key attribute.</summary>
    public string NameOf(KeyAttributeModel attribute, bool isSort, KeyPartModel part) => NameOf(attribute, isSort) + part.Property;

    /// <summary>The name of a key's access pattern.</summary>
    public static string PatternOf(KeyModel key) => key.Method ?? "Table";

    /// <summary>The name of the set's method that starts the plan of a key's partition.</summary>
    public static string PlanOf(KeyModel key) => "In" + (key.Index is { } index ? Names.Identifier(index) : "Table");

    /// <summary>A generated type beside the entity, with <c>global::</c>.</summary>
    public string Beside(string name) => Self.Substring(0, Self.Length - Type.Name.Length) + name;

    public PropertyModel? FindProperty(string name) => Entity.Document.Properties.FirstOrDefault(property => property.Name == name);
}
