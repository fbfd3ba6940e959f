using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes what is generated into the entity's own type: how it is written and read, its key and its version.</summary>
internal sealed class EntityPartEmitter
{
    private readonly EntityScope _scope;
    private readonly ReadEmitter _reading;
    private readonly AsStoredEmitter _stored;

    public EntityPartEmitter(EntityScope scope)
    {
        _scope = scope;
        _reading = new ReadEmitter(scope.Entity.Document, scope.Codecs);
        _stored = new AsStoredEmitter(scope);
    }

    private string Self => _scope.Self;

    public void Emit(SourceWriter writer)
    {
        EntityModel entity = _scope.Entity;
        LayoutEmitter.Emit(writer, entity);
        using (writer.Block($"partial {entity.Type.Keyword} {entity.Type.Name} : global::Keyfold.IEntity<{Self}>, global::Keyfold.IInTable<{entity.TableType}>"))
        {
            writer.Write($"""
                {SourceFile.GeneratedCode}
                static global::Keyfold.EntityModel global::Keyfold.IEntity<{Self}>.Model => {_scope.Keys}.Model;

                """);
            EmitKeyOf(writer);
            EmitVersionOf(writer);
            _stored.Emit(writer);
            EmitWrite(writer);
            EmitRead(writer);
        }
    }

    /// <summary>Writes the accessors that the part uses, at the end of the file.</summary>
    public void EmitAccessors(SourceWriter writer) =>
        _reading.EmitAccessors(writer, _stored.NeedsAccessor);

    private void EmitKeyOf(SourceWriter writer)
    {
        var parts = new KeyParameters(_scope.Entity.PrimaryKey!.Attributes.SelectMany(attribute => attribute.Parts));
        string arguments = string.Join(", ", parts.Parts.Select(part => "entity." + Literals.Identifier(part.Property)));
        string key = _scope.Entity.IsBroken ? "throw null!" : $"{_scope.Keys}.Primary({arguments})";
        writer.Write($"""
            {SourceFile.GeneratedCode}
            static global::Keyfold.Keys.ItemKey global::Keyfold.IEntity<{Self}>.KeyOf({Self} entity) => {key};

            """);
    }

    private void EmitVersionOf(SourceWriter writer)
    {
        if (_scope.Entity.IsBroken || _scope.Entity.Document.Properties.FirstOrDefault(property => property.Role == PropertyRole.Version) is not { } version)
        {
            return;
        }

        writer.Write($"""
            {SourceFile.GeneratedCode}
            static long global::Keyfold.IEntity<{Self}>.VersionOf({Self} entity) => entity.{Literals.Identifier(version.Name)};

            """);
    }

    private void EmitWrite(SourceWriter writer)
    {
        writer.Write(SourceFile.GeneratedCode);
        string header = $"static void global::Keyfold.IDocument<{Self}>.Write<TWriter>(ref TWriter writer, {Self} value)";
        if (_scope.Entity.IsBroken)
        {
            writer.Write(header + " => throw null!;");
        }
        else
        {
            using (writer.Block(header))
            {
                new EntityWriteEmitter(_scope).EmitBody(writer);
            }
        }

        writer.Blank();
    }

    private void EmitRead(SourceWriter writer)
    {
        writer.Write(SourceFile.GeneratedCode);
        string header = $"static {Self} global::Keyfold.IDocument<{Self}>.Read<TReader>(ref TReader reader)";
        if (_scope.Entity.IsBroken)
        {
            writer.Write(header + " => throw null!;");
            return;
        }

        using (writer.Block(header))
        {
            _reading.EmitBody(writer, EmitTypeCase);
        }
    }

    private void EmitTypeCase(SourceWriter writer)
    {
        if (_scope.Entity.TypeAttribute is not { } attribute)
        {
            return;
        }

        writer.Write($"""
            case {Literals.Utf8Length(attribute)} when global::System.MemoryExtensions.SequenceEqual(utf8Name, {Literals.Utf8(attribute)}):
                attribute = {Literals.Quoted(attribute)};
                global::Keyfold.Mapping.Reading.CheckType(ref reader, {Literals.Utf8(_scope.Entity.Name)});
                break;
            """);
    }
}
