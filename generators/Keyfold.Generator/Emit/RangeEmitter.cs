using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes the methods that narrow a query by one part of its sort key.</summary>
/// <param name="scope">The entity's file.</param>
/// <param name="attribute">The key attribute.</param>
/// <param name="part">The part.</param>
/// <param name="next">The type of the query when the part is fixed.</param>
internal sealed class RangeEmitter(EntityScope scope, KeyAttributeModel attribute, KeyPartModel part, string next)
{
    private const string KeyRange = "global::Keyfold.KeyRange.";

    public void Emit(SourceWriter writer)
    {
        string property = part.Property;
        string type = part.Value.Type;
        Emit(writer, "Is", $"Those whose {property} is a value.", $"{type} value", "value", "Equal", next);
        if (part.Order is KeyPartOrder.Prefix or KeyPartOrder.PrefixAndRange)
        {
            Emit(writer, "BeginsWith", $"Those whose {property} begins with the prefix.", $"{type} prefix", "prefix", "BeginsWith");
        }

        if (part.Order is KeyPartOrder.Range or KeyPartOrder.PrefixAndRange)
        {
            Emit(writer, "Between", $"Those whose {property} is between two values, both included.", $"{type} from, {type} to", "from, to", comparison: null);
            Emit(writer, "From", $"Those whose {property} is the value or comes after it.", $"{type} value", "value", "GreaterThanOrEqual");
            Emit(writer, "After", $"Those whose {property} comes after the value.", $"{type} value", "value", "GreaterThan");
            Emit(writer, "Until", $"Those whose {property} is the value or comes before it.", $"{type} value", "value", "LessThanOrEqual");
            Emit(writer, "Before", $"Those whose {property} comes before the value.", $"{type} value", "value", "LessThan");
        }
    }

    private void Emit(SourceWriter writer, string verb, string summary, string parameters, string arguments, string? comparison, string? result = null)
    {
        writer.Blank();
        writer.Write($"""
            /// <summary>{summary}</summary>
            public {result ?? scope.QueryType} {part.Property}{verb}({parameters}) =>
                new({(attribute.IsPlain ? Plain(comparison, arguments) : $"{KeyRange}{verb}(Plan, {PartName}, {arguments})")});
            """);
    }

    private string PartName => $"{scope.Keys}.{scope.NameOf(attribute, isSort: true, part)}";

    private string Plain(string? comparison, string arguments)
    {
        string encoder = new FieldEmitter(scope.Codecs).EncoderOf(scope.PropertyOf(part));
        string name = Literals.Quoted(attribute.Name);
        return comparison is null
            ? $"{KeyRange}PlainBetween(Plan, {name}, {encoder}, {arguments})"
            : $"{KeyRange}Plain(Plan, {name}, global::Keyfold.Expressions.KeyOperator.{comparison}, {encoder}, {arguments})";
    }
}
