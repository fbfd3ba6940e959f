using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes how an entity becomes the one that a put stores and gives back: with the next version, and with its time to live rounded up.</summary>
internal sealed class AsStoredEmitter(EntityScope scope)
{
    private const string UnixTime = "global::Keyfold.Codecs.UnixTime.";

    private IReadOnlyList<PropertyModel> Changed { get; } = [.. scope.Entity.Document.Properties.Where(ChangesWhenStored)];

    private bool IsClass => scope.Type.Keyword == "class";

    public void Emit(SourceWriter writer)
    {
        if (Changed.Count == 0 || scope.Entity.IsBroken)
        {
            return;
        }

        writer.Write(SourceFile.GeneratedCode);
        string header = $"static {scope.Self} global::Keyfold.IEntity<{scope.Self}>.AsStored({scope.Self} entity)";
        if (IsClass)
        {
            using (writer.Block(header))
            {
                EmitCopy(writer);
            }
        }
        else
        {
            string values = string.Join(", ", Changed.Select(property => $"{Literals.Identifier(property.Name)} = {Value(property)}"));
            writer.Write($"{header} => {(Unchanged is { } unchanged ? unchanged + " ? entity : " : "")}entity with {{ {values} }};");
        }

        writer.Blank();
    }

    /// <summary>Whether a property of a copy can be set by an init accessor alone: a class has no <c>with</c>.</summary>
    public bool NeedsAccessor(PropertyModel property) => IsClass && property.IsInitOnly && ChangesWhenStored(property);

    private static bool ChangesWhenStored(PropertyModel property) =>
        property.Role == PropertyRole.Version
        || (property is { Role: PropertyRole.TimeToLive, RoundsUp: true, Value.Kind: ValueKind.DateTime or ValueKind.DateTimeOffset });

    private void EmitCopy(SourceWriter writer)
    {
        if (Unchanged is { } unchanged)
        {
            using (writer.Block($"if ({unchanged})"))
            {
                writer.Write("return entity;");
            }

            writer.Blank();
        }

        writer.Write($"var stored = ({scope.Self})entity.MemberwiseClone();");
        foreach (PropertyModel property in Changed)
        {
            string name = Literals.Identifier(property.Name);
            writer.Write(NeedsAccessor(property) ? $"{scope.Accessors}.{name}(stored, {Value(property)});" : $"stored.{name} = {Value(property)};");
        }

        writer.Write("return stored;");
    }

    /// <summary>When the entity is stored as it is; null for never, since a version changes always.</summary>
    private string? Unchanged => Changed.Any(property => property.Role == PropertyRole.Version)
        ? null
        : string.Join(" && ", Changed.Select(property => $"{UnixTime}IsWhole(entity.{Literals.Identifier(property.Name)})"));

    private static string Value(PropertyModel property)
    {
        string value = "entity." + Literals.Identifier(property.Name);
        return property.Role == PropertyRole.Version ? $"checked({value} + 1)" : $"{UnixTime}RoundUp({value})";
    }
}
