using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>
/// Writes the classes of queries: one for each access pattern and each part of its sort key, with the ranges that the part allows. Fixing a part leads to
/// the class of the next.
/// </summary>
internal sealed class QueryEmitter(EntityScope scope)
{
    /// <summary>The type of a query that no part of the sort key has narrowed yet.</summary>
    public static string TypeOf(EntityScope scope, KeyModel key) => TypeOf(scope, key, 0);

    public void Emit(SourceWriter writer)
    {
        foreach (KeyModel key in scope.Queries)
        {
            List<(KeyAttributeModel Attribute, KeyPartModel Part)> parts = SortParts(key);
            for (int position = 0; position < parts.Count; position++)
            {
                Emit(writer, key, parts[position].Attribute, parts[position].Part, position);
            }
        }
    }

    private static List<(KeyAttributeModel Attribute, KeyPartModel Part)> SortParts(KeyModel key) =>
        [.. key.Sort.SelectMany(attribute => attribute.Parts.Select(part => (attribute, part)))];

    private static string TypeOf(EntityScope scope, KeyModel key, int position) =>
        position < key.SortParts.Count() ? scope.Beside(NameOf(scope, key, position)) : scope.QueryType;

    private static string NameOf(EntityScope scope, KeyModel key, int position) =>
        scope.Entity.Set + key.Method + string.Concat(key.SortParts.Take(position).Select(part => "And" + part.Property));

    private void Emit(SourceWriter writer, KeyModel key, KeyAttributeModel attribute, KeyPartModel part, int position)
    {
        string name = NameOf(scope, key, position);
        string fixedParts = string.Concat(key.SortParts.Take(position).Select(earlier => " and " + earlier.Property));
        string where = attribute.IsPlain ? "" : $" in {Doc.Attributes([attribute])}";
        writer.Blank();
        writer.Write($"""
            /// <summary>A query by {Doc.Attributes(key.Partition)}{fixedParts} that can be narrowed by {part.Property}{where}.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Block($"{scope.Visibility} sealed class {name} : {scope.QueryType}"))
        {
            writer.Write($$"""
                internal {{name}}(global::Keyfold.QueryPlan plan)
                    : base(plan)
                {
                }
                """);
            new RangeEmitter(scope, attribute, part, TypeOf(scope, key, position + 1)).Emit(writer);
        }
    }
}
