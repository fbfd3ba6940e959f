using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Emit;

/// <summary>Writes a table's file: its part of the class with the entity sets and collections, and the classes of the collections' results.</summary>
internal static class TableEmitter
{
    public static void Emit(SourceProductionContext output, TableWithEntities table)
    {
        // Two entities of one set are an error, of which the analyzer tells.
        List<TableEntityModel> entities =
        [
            .. table.Entities
                .Where(entity => entity is { Type.CanHaveParts: true, PrimaryKey.Partition.Count: 1 } && Names.IsIdentifier(entity.Set))
                .GroupBy(entity => entity.Set, StringComparer.Ordinal)
                .Select(same => same.First()),
        ];
        var collections = new CollectionEmitter(table.Table, entities);
        SourceFile.Emit(
            output,
            table.Table.Type,
            writer =>
            {
                EmitPart(writer, table.Table, entities, collections);
                collections.EmitResults(writer);
            });
    }

    private static void EmitPart(SourceWriter writer, TableModel table, List<TableEntityModel> entities, CollectionEmitter collections)
    {
        string self = table.Type.FullName;
        string name = table.Type.Name;
        writer.Write($"""
            /// <remarks>The table <c>{Literals.Xml(table.Name)}</c>.</remarks>
            """);
        using (writer.Block($"partial class {name} : global::Keyfold.Table<{self}>, global::Keyfold.ITable<{self}>"))
        {
            EmitConstructors(writer, name, entities);
            writer.Blank();
            new SchemaEmitter(table, entities).Emit(writer);
            foreach (TableEntityModel entity in entities)
            {
                writer.Blank();
                writer.Write($$"""
                    /// <summary>The entities of type <see cref="{{entity.Type.FullName}}"/>.</summary>
                    {{SourceFile.GeneratedCode}}
                    {{(entity.Type.IsPublic ? "public" : "internal")}} {{entity.Type.FullName}}Set {{entity.Set}} { get; }
                    """);
            }

            collections.EmitMethods(writer);
            writer.Blank();
            writer.Write($$"""
                {{SourceFile.GeneratedCode}}
                static global::Keyfold.EntityModel[] global::Keyfold.ITable<{{self}}>.Entities { get; } =
                    [{{string.Join(", ", entities.Select(entity => $"ModelOf<{entity.Type.FullName}>()"))}}];

                {{SourceFile.GeneratedCode}}
                static {{self}} global::Keyfold.ITable<{{self}}>.Open(global::Keyfold.TableConnection connection) => new(connection);
                """);
        }
    }

    private static void EmitConstructors(SourceWriter writer, string name, List<TableEntityModel> entities)
    {
        writer.Write($$"""
            /// <summary>The table on a new embedded engine in memory.</summary>
            {{SourceFile.GeneratedCode}}
            public {{name}}()
                : this(OpenInMemory())
            {
            }

            /// <summary>The table on a backend, which has it already or is asked to by <c>CreateIfNotExistsAsync</c>.</summary>
            {{SourceFile.GeneratedCode}}
            public {{name}}(global::Keyfold.Storage.IStorageBackend backend, global::Keyfold.TableOptions? options = null)
                : this(Connect(backend, options))
            {
            }

            {{SourceFile.GeneratedCode}}
            private {{name}}(global::Keyfold.TableConnection connection)
                : base(connection)
            """);
        writer.Write("{");
        writer.Indentation++;
        foreach (TableEntityModel entity in entities)
        {
            writer.Write($"{entity.Set} = new {entity.Type.FullName}Set(connection);");
        }

        writer.Indentation--;
        writer.Write("}");
    }
}
