using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Emit;

/// <summary>
/// Writes an entity's file: its part of the type, its key, its set, its queries and its fields; then what the file keeps to itself. Of a broken entity the
/// signatures are written, so that the code that uses it shows no errors of its own.
/// </summary>
internal static class EntityEmitter
{
    public static void Emit(SourceProductionContext output, EntityModel entity)
    {
        if (entity.PrimaryKey is not { Partition.Count: 1 })
        {
            return;
        }

        var scope = new EntityScope(entity);
        var part = new EntityPartEmitter(scope);
        SourceFile.Emit(
            output,
            entity.Type,
            writer =>
            {
                part.Emit(writer);
                EmitKey(writer, scope, entity.PrimaryKey);
                new SetEmitter(scope).Emit(writer);
                new QueryEmitter(scope).Emit(writer);
                new FieldsEmitter(scope.Codecs).EmitForEntity(writer, scope);
            },
            writer =>
            {
                FieldsEmitter.EmitPaths(writer, scope);
                new KeysEmitter(scope).Emit(writer);
                part.EmitAccessors(writer);
                scope.Enums.Emit(writer);
            });
    }

    private static void EmitKey(SourceWriter writer, EntityScope scope, KeyModel key)
    {
        KeyPartModel[] parts = [.. new KeyParameters(key.Attributes.SelectMany(attribute => attribute.Parts)).Parts];
        string declaration = string.Join(", ", parts.Select(part => $"{part.Value.Type} {Literals.Identifier(part.Property)}"));
        string names = string.Join(", ", parts.Select(part => Literals.Identifier(part.Property)));
        writer.Blank();
        writer.Write($"""
            /// <summary>The primary key of a <see cref="{scope.Self}"/>: {Doc.Key(key)}.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Block($"{scope.Visibility} readonly record struct {scope.Type.Name}Key({declaration}) : global::Keyfold.IEntityKey<{scope.Self}>"))
        {
            writer.Write($"""
                /// <inheritdoc/>
                public global::Keyfold.Keys.ItemKey ToItemKey() => {scope.Keys}.Primary({names});

                object[] global::Keyfold.IEntityKey<{scope.Self}>.ToValues() => [{names}];
                """);
        }
    }
}
