using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>
/// Writes the file's class of keys: the templates of the key attributes with their parts, the entity's model, its access patterns, and a method for each
/// template that writes a key.
/// </summary>
internal sealed class KeysEmitter(EntityScope scope)
{
    private const string Templates = "global::Keyfold.Templates.";
    private const string KeyWriter = "global::Keyfold.Keys.KeyWriter";

    /// <summary>The statement that starts a key over memory of the stack.</summary>
    public const string NewWriter = $"var key = new {KeyWriter}(stackalloc byte[{Templates}KeyTemplate.StackBytes]);";

    public void Emit(SourceWriter writer)
    {
        List<(KeyAttributeModel Attribute, bool IsSort)> attributes = [.. scope.KeyAttributes()];
        writer.Blank();
        using (writer.Block($"file static class {scope.Keys}"))
        {
            EmitParts(writer, attributes);
            EmitTemplates(writer, attributes);
            writer.Blank();
            new EntityModelEmitter(scope).Emit(writer);
            writer.Blank();
            EmitPatterns(writer);
            writer.Blank();
            EmitPrimary(writer);
            foreach ((KeyAttributeModel attribute, bool isSort) in attributes)
            {
                EmitWrite(writer, attribute, isSort);
            }
        }
    }

    /// <summary>Writes the statement that appends a key attribute to a key.</summary>
    public void EmitAppend(SourceWriter writer, KeyAttributeModel attribute, bool isSort, KeyParameters parameters, string owner = "")
    {
        if (attribute.IsPlain)
        {
            KeyPartModel part = attribute.Parts.Single();
            writer.Write($"{owner}{scope.NameOf(attribute, isSort, part)}.Append(ref key, {parameters.Of(part)});");
        }
        else if (attribute.Parts.Any())
        {
            writer.Write($"{owner}Write{scope.NameOf(attribute, isSort)}(ref key, {parameters.ArgumentsFor(attribute)});");
        }
        else
        {
            writer.Write($"key.Utf8({Literals.Utf8(string.Concat(attribute.Segments.Select(segment => segment.Text)))});");
        }
    }

    private void EmitParts(SourceWriter writer, List<(KeyAttributeModel Attribute, bool IsSort)> attributes)
    {
        var parts = new KeyPartEmitter(scope);
        bool isAny = false;
        foreach ((KeyAttributeModel attribute, bool isSort) in attributes)
        {
            foreach (KeyPartModel part in attribute.Parts.GroupBy(part => part.Property, StringComparer.Ordinal).Select(same => same.First()))
            {
                writer.Write($"public static readonly {parts.TypeOf(part)} {scope.NameOf(attribute, isSort, part)} = {parts.Create(part)};");
                isAny = true;
            }
        }

        if (isAny)
        {
            writer.Blank();
        }
    }

    private void EmitTemplates(SourceWriter writer, List<(KeyAttributeModel Attribute, bool IsSort)> attributes)
    {
        foreach ((KeyAttributeModel attribute, bool isSort) in attributes)
        {
            string segments = string.Concat(attribute.Segments.Select(segment =>
                ", " + (segment.Part is { } part ? scope.NameOf(attribute, isSort, part) : Literals.Quoted(segment.Text))));
            writer.Write(
                $"public static readonly {Templates}KeyTemplate {scope.NameOf(attribute, isSort)} = "
                + $"new({Literals.Quoted(scope.Entity.Name)}, {Literals.Quoted(attribute.Name)}, {Templates}KeyRole.{(isSort ? "Sort" : "Partition")}{segments});");
        }
    }

    private void EmitPatterns(SourceWriter writer)
    {
        foreach (KeyModel key in scope.Entity.Keys)
        {
            string sort = key.Sort.Count == 1 ? scope.NameOf(key.Sort[0], isSort: true) : "null";
            string fetches = FetchesFromTable(key) ? " { FetchesFromTable = true }" : "";
            writer.Write(
                $"public static readonly global::Keyfold.AccessPattern {scope.PatternOf(key)} = new(Model, {Literals.Quoted(key.Method ?? "Table")}, {Literals.Quoted(key.Index)}, {sort}){fetches};");
        }
    }

    private bool FetchesFromTable(KeyModel key)
    {
        if (key.Projection == ProjectionKind.All)
        {
            return false;
        }

        var projected = new HashSet<string>(
            scope.Entity.PrimaryKey!.Attributes.Concat(key.Attributes).Select(attribute => attribute.Name).Concat(key.NonKeyAttributes), StringComparer.Ordinal);
        IEnumerable<string?> needed = scope.Entity.Document.Properties.Select(property => property.Attribute).Append(scope.Entity.TypeAttribute);
        return needed.OfType<string>().Any(attribute => !projected.Contains(attribute));
    }

    private void EmitPrimary(SourceWriter writer)
    {
        KeyModel key = scope.Entity.PrimaryKey!;
        var parameters = new KeyParameters(key.Attributes.SelectMany(attribute => attribute.Parts), "key");
        using (writer.Block($"public static global::Keyfold.Keys.ItemKey Primary({parameters.Declaration})"))
        {
            writer.Write(NewWriter);
            writer.Write("key.Partition();");
            EmitAppend(writer, key.Partition[0], isSort: false, parameters);
            string templates = scope.NameOf(key.Partition[0], isSort: false);
            if (key.Sort.Count > 0)
            {
                writer.Write("key.Sort();");
                EmitAppend(writer, key.Sort[0], isSort: true, parameters);
                templates += ", " + scope.NameOf(key.Sort[0], isSort: true);
            }

            writer.Write($"return {Templates}KeyTemplate.ToKey(ref key, {templates});");
        }
    }

    private void EmitWrite(SourceWriter writer, KeyAttributeModel attribute, bool isSort)
    {
        if (attribute.IsPlain || !attribute.Parts.Any())
        {
            return;
        }

        var parameters = new KeyParameters(attribute.Parts, "key");
        writer.Blank();
        using (writer.Block($"public static void Write{scope.NameOf(attribute, isSort)}(ref {KeyWriter} key, {parameters.Declaration})"))
        {
            foreach (KeySegmentModel segment in attribute.Segments)
            {
                writer.Write(segment.Part is { } part
                    ? $"{scope.NameOf(attribute, isSort, part)}.Append(ref key, {parameters.Of(part)});"
                    : $"key.Utf8({Literals.Utf8(segment.Text!)});");
            }
        }
    }
}
