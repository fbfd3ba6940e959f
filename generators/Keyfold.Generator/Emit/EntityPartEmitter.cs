using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes what is generated into the entity's own type: how it is written and read, its key and its version.</summary>
internal sealed class EntityPartEmitter
{
    private readonly EntityScope _scope;
    private readonly ReadEmitter _reading;
    private readonly PropertyModel? _version;

    public EntityPartEmitter(EntityScope scope)
    {
        _scope = scope;
        _reading = new ReadEmitter(scope.Entity.Document, scope.Codecs);
        _version = scope.Entity.Document.Properties.FirstOrDefault(property => property.Role == PropertyRole.Version);
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
            EmitVersion(writer);
            EmitWrite(writer);
            EmitRead(writer);
        }
    }

    /// <summary>Writes the accessors that the part uses, at the end of the file.</summary>
    public void EmitAccessors(SourceWriter writer) =>
        _reading.EmitAccessors(writer, property => property == _version && StoresVersionByAccessor);

    /// <summary>Whether a copy's version can be set by an init accessor alone: a class has no <c>with</c>.</summary>
    private bool StoresVersionByAccessor => _version is { IsInitOnly: true } && _scope.Type.Keyword == "class";

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

    private void EmitVersion(SourceWriter writer)
    {
        if (_version is null || _scope.Entity.IsBroken)
        {
            return;
        }

        string version = Literals.Identifier(_version.Name);
        writer.Write($"""
            {SourceFile.GeneratedCode}
            static long global::Keyfold.IEntity<{Self}>.VersionOf({Self} entity) => entity.{version};

            {SourceFile.GeneratedCode}
            """);
        string header = $"static {Self} global::Keyfold.IEntity<{Self}>.AsStored({Self} entity)";
        string next = $"checked(entity.{version} + 1)";
        if (_scope.Type.Keyword != "class")
        {
            writer.Write($"{header} => entity with {{ {version} = {next} }};");
        }
        else
        {
            using (writer.Block(header))
            {
                writer.Write($"var stored = ({Self})entity.MemberwiseClone();");
                writer.Write(StoresVersionByAccessor ? $"{_scope.Accessors}.{version}(stored, {next});" : $"stored.{version} = {next};");
                writer.Write("return stored;");
            }
        }

        writer.Blank();
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
