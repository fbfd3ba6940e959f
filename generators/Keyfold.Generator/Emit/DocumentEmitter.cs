using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Emit;

/// <summary>Writes the generated part of a document, and its fields. Of a broken document the signatures are written.</summary>
internal static class DocumentEmitter
{
    public static void Emit(SourceProductionContext output, DocumentModel document)
    {
        var enums = new EnumNamesEmitter();
        var codecs = new CodecEmitter(enums);
        var reading = new ReadEmitter(document, codecs);
        SourceFile.Emit(
            output,
            document.Type,
            writer =>
            {
                EmitPart(writer, document, codecs, reading);
                new FieldsEmitter(codecs).EmitForDocument(writer, document);
            },
            writer =>
            {
                reading.EmitAccessors(writer);
                enums.Emit(writer);
            });
    }

    private static void EmitPart(SourceWriter writer, DocumentModel document, CodecEmitter codecs, ReadEmitter reading)
    {
        TypeModel type = document.Type;
        LayoutEmitter.Emit(writer, document);
        using (writer.Block($"partial {type.Keyword} {type.Name} : global::Keyfold.IDocument<{type.FullName}>"))
        {
            EmitWrite(writer, document, codecs);
            writer.Blank();
            EmitRead(writer, document, reading);
        }
    }

    private static void EmitWrite(SourceWriter writer, DocumentModel document, CodecEmitter codecs)
    {
        string self = document.Type.FullName;
        var write = new WriteEmitter(codecs);
        writer.Write(SourceFile.GeneratedCode);
        string header = $"static void global::Keyfold.IDocument<{self}>.Write<TWriter>(ref TWriter writer, {self} value)";
        if (document.IsBroken)
        {
            writer.Write(header + " => throw null!;");
            return;
        }

        using (writer.Block(header))
        {
            foreach (PropertyModel property in document.Properties.OrderBy(property => property.Attribute, Utf8Comparer.Instance))
            {
                write.Emit(writer, property);
            }
        }
    }

    private static void EmitRead(SourceWriter writer, DocumentModel document, ReadEmitter reading)
    {
        string self = document.Type.FullName;
        writer.Write(SourceFile.GeneratedCode);
        string header = $"static {self} global::Keyfold.IDocument<{self}>.Read<TReader>(ref TReader reader)";
        if (document.IsBroken)
        {
            writer.Write(header + " => throw null!;");
            return;
        }

        using (writer.Block(header))
        {
            reading.EmitBody(writer);
        }
    }
}
