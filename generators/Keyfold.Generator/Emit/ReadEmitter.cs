using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes the body of a type's Read method: one local for each property, a loop over the attributes, and the object made from the locals.</summary>
internal sealed class ReadEmitter
{
    private readonly DocumentModel _document;
    private readonly CodecEmitter _codecs;
    private readonly IReadOnlyList<Local> _locals;

    public ReadEmitter(DocumentModel document, CodecEmitter codecs)
    {
        _document = document;
        _codecs = codecs;
        var names = new LocalNames("reader", "utf8Name", "attribute", "error", "result");
        _locals =
        [
            .. document.Properties.Select(
                property => new Local(property, names.Of(property), NeedsFlag(property) ? names.Free("found" + property.Name) : null)),
        ];
    }

    /// <summary>The file's class of accessors, for properties that only an initializer can set.</summary>
    private string Accessors => _document.Type.Name + "Accessors";

    /// <summary>Writes the body.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="emitFirstCases">Writes cases for attributes that are no properties.</param>
    public void EmitBody(SourceWriter writer, Action<SourceWriter>? emitFirstCases = null)
    {
        foreach (Local local in _locals)
        {
            writer.Write($"{local.Type} {local.Name} = {local.Property.ConstructorDefault ?? "default"};");
            if (local.Flag is not null)
            {
                writer.Write($"bool {local.Flag} = false;");
            }
        }

        EmitLoop(writer, emitFirstCases);
        foreach (Local local in _locals.Where(local => local.Property.IsRequired))
        {
            writer.Blank();
            using (writer.Block(local.Flag is null ? $"if ({local.Name} is null)" : $"if (!{local.Flag})"))
            {
                writer.Write($"global::Keyfold.Mapping.Reading.Missing({Literals.Quoted(local.Property.Attribute)});");
            }
        }

        writer.Blank();
        EmitCreation(writer);
    }

    /// <summary>Writes the accessors, at the end of the file.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="isNeededToo">Whether a property needs one that reading does not need.</param>
    public void EmitAccessors(SourceWriter writer, Func<PropertyModel, bool>? isNeededToo = null)
    {
        List<PropertyModel> properties =
            [.. _document.Properties.Where(property => property.Setter == PropertySetter.InitAccessor || isNeededToo?.Invoke(property) == true)];
        if (properties.Count == 0)
        {
            return;
        }

        writer.Blank();
        using (writer.Block($"file static class {Accessors}"))
        {
            bool isFirst = true;
            foreach (PropertyModel property in properties)
            {
                if (!isFirst)
                {
                    writer.Blank();
                }

                isFirst = false;
                string target = (_document.Type.IsValueType ? "ref " : "") + property.DeclaringType;
                writer.Write($"""
                    [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "set_{property.Name}")]
                    public static extern void {Literals.Identifier(property.Name)}({target} target, {property.Value.DeclaredType} value);
                    """);
            }
        }
    }

    /// <summary>A reference that must not be null tells by itself whether it was found.</summary>
    private static bool NeedsFlag(PropertyModel property) =>
        property.Setter is PropertySetter.Assignment or PropertySetter.InitAccessor || (property.IsRequired && property.Value.IsValueType);

    private void EmitLoop(SourceWriter writer, Action<SourceWriter>? emitFirstCases)
    {
        writer.Write("string attribute = \"\";");
        using (writer.Block("try"))
        using (writer.Block("while (reader.NextName(out global::System.ReadOnlySpan<byte> utf8Name))"))
        using (writer.Block("switch (utf8Name.Length)"))
        {
            emitFirstCases?.Invoke(writer);
            foreach (Local local in _locals)
            {
                EmitCase(writer, local);
            }

            writer.Write("""
                default:
                    reader.Skip();
                    break;
                """);
        }

        writer.Write("""
            catch (global::System.Exception error) when (global::Keyfold.Mapping.MappingPath.Add(error, attribute))
            {
                throw;
            }
            """);
    }

    private void EmitCase(SourceWriter writer, Local local)
    {
        string attribute = local.Property.Attribute;
        string codec = local.Property.Value.IsNullable ? _codecs.OfNullable(local.Property) : _codecs.Of(local.Property);
        writer.Write($"""
            case {Literals.Utf8Length(attribute)} when global::System.MemoryExtensions.SequenceEqual(utf8Name, {Literals.Utf8(attribute)}):
                attribute = {Literals.Quoted(attribute)};
                {local.Name} = {codec}.Read(ref reader);
            """);
        writer.Indentation++;
        if (local.Flag is not null)
        {
            writer.Write($"{local.Flag} = true;");
        }

        writer.Write("break;");
        writer.Indentation--;
    }

    private void EmitCreation(SourceWriter writer)
    {
        string arguments = string.Join(", ", _document.ConstructorParameters.Select(parameter =>
            $"{parameter.Name}: {_locals.First(local => local.Property.Name == parameter.Property).Value(_codecs)}"));
        List<Local> initialized = [.. _locals.Where(local => local.Property.Setter is PropertySetter.Initializer or PropertySetter.ConstructorAndInitializer)];
        List<Local> assigned = [.. _locals.Where(local => local.Property.Setter is PropertySetter.Assignment or PropertySetter.InitAccessor)];
        string creation = (assigned.Count == 0 ? "return " : "var result = ") + $"new {_document.Type.FullName}({arguments})";
        if (initialized.Count == 0)
        {
            writer.Write(creation + ";");
        }
        else
        {
            using (writer.Block(creation, end: "};"))
            {
                foreach (Local local in initialized)
                {
                    writer.Write($"{Literals.Identifier(local.Property.Name)} = {local.Value(_codecs)},");
                }
            }
        }

        foreach (Local local in assigned)
        {
            EmitAssignment(writer, local);
        }

        if (assigned.Count > 0)
        {
            writer.Write("return result;");
        }
    }

    private void EmitAssignment(SourceWriter writer, Local local)
    {
        string property = Literals.Identifier(local.Property.Name);
        string target = _document.Type.IsValueType ? "ref result" : "result";
        using (writer.Block($"if ({local.Flag})"))
        {
            writer.Write(local.Property.Setter == PropertySetter.Assignment
                ? $"result.{property} = {local.Value(_codecs)};"
                : $"{Accessors}.{property}({target}, {local.Value(_codecs)});");
        }

        writer.Blank();
    }

    /// <summary>A property's local, and the one that says whether the item has the attribute.</summary>
    private sealed record Local(PropertyModel Property, string Name, string? Flag)
    {
        public string Type => Property.Value.IsValueType ? Property.Value.DeclaredType : Property.Value.Type + "?";

        /// <summary>The local as the property takes it.</summary>
        public string Value(CodecEmitter codecs) => Property.Value switch
        {
            { Kind: ValueKind.Set, IsNullable: false } => $"{Name} ?? {codecs.Of(Property)}.Empty",

            // Found, since required or flagged; or its constructor's default.
            { IsNullable: false, IsValueType: false } when !Property.IsRequired => Name + "!",
            _ => Name,
        };
    }
}
