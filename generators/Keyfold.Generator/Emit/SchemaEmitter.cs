using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes a table's schema: its key and its indexes, with the types that the entities give their key attributes.</summary>
internal sealed class SchemaEmitter
{
    private const string Schema = "global::Keyfold.Schema.";
    private readonly TableModel _table;
    private readonly Dictionary<string, StoredType> _types = new(StringComparer.Ordinal);

    public SchemaEmitter(TableModel table, IEnumerable<TableEntityModel> entities)
    {
        _table = table;
        foreach (KeyAttributeModel attribute in entities.SelectMany(entity => entity.Keys).SelectMany(key => key.Attributes))
        {
            _types[attribute.Name] = attribute.Type;
        }
    }

    public void Emit(SourceWriter writer)
    {
        EquatableArray<string> partition = new[] { _table.PartitionKey }.ToEquatableArray();
        string[] sort = _table.SortKey is { } sortKey ? [sortKey] : [];
        writer.Write($$"""
            /// <summary>The table's key and its indexes.</summary>
            {{SourceFile.GeneratedCode}}
            public static {{Schema}}TableSchema Schema { get; } = new(
            """);
        writer.Indentation++;
        writer.Write($"{Literals.Quoted(_table.Name)},");
        string end = _table.Indexes.Count == 0 ? ");" : ",";
        writer.Write($"{Key(partition, sort.ToEquatableArray())}{end}");
        if (_table.Indexes.Count > 0)
        {
            writer.Write("[");
            writer.Indentation++;
            foreach (IndexModel index in _table.Indexes)
            {
                string kind = index.IsLocal ? "Local" : "Global";
                writer.Write(
                    $"new({Literals.Quoted(index.Name)}, {Schema}SecondaryIndexKind.{kind}, {Key(index.PartitionKeys, index.SortKeys)}, {Projection(index)}),");
            }

            writer.Indentation--;
            writer.Write("]);");
        }

        writer.Indentation--;
    }

    private string Key(EquatableArray<string> partition, EquatableArray<string> sort)
    {
        bool isPlain = partition.Count == 1 && sort.Count <= 1;
        return isPlain
            ? $"new {Schema}KeySchema({string.Join(", ", partition.Concat(sort).Select(Attribute))})"
            : $"new {Schema}KeySchema([{string.Join(", ", partition.Select(Attribute))}], [{string.Join(", ", sort.Select(Attribute))}])";
    }

    private string Attribute(string name)
    {
        string type = _types.TryGetValue(name, out StoredType known) && known is StoredType.Number or StoredType.Binary ? known.ToString() : "String";
        return $"new {Schema}KeyAttribute({Literals.Quoted(name)}, global::Keyfold.Items.AttributeType.{type})";
    }

    private static string Projection(IndexModel index) => index.Projection == ProjectionKind.Include
        ? $"new {Schema}Projection({Schema}ProjectionType.Include, [{string.Join(", ", index.NonKeyAttributes.Select(Literals.Quoted))}])"
        : $"{Schema}Projection.{index.Projection}";
}
