using Keyfold.Generator.Model;

namespace Keyfold.Generator.Parsing;

/// <summary>The names of query methods that the user did not name.</summary>
internal static class QueryNames
{
    /// <summary><c>ByCustomerId</c>, or <c>All</c> for a partition key without parts; null where a partition holds one entity.</summary>
    public static string? Primary(IReadOnlyList<KeyAttributeModel> partition, IReadOnlyList<KeyAttributeModel> sort) =>
        Parts(sort).Length == 0 ? null : By(partition) ?? "All";

    /// <summary><c>ByCountry</c>, or <c>OrderedByPrice</c> for a partition key without parts.</summary>
    public static string Global(IReadOnlyList<KeyAttributeModel> partition, IReadOnlyList<KeyAttributeModel> sort, string index) =>
        By(partition) ?? OrderedBy(sort) ?? "By" + Names.Identifier(index);

    /// <summary><c>ByCustomerIdOrderedByTotal</c>.</summary>
    public static string Local(IReadOnlyList<KeyAttributeModel> partition, IReadOnlyList<KeyAttributeModel> sort, string index) =>
        OrderedBy(sort) is { } order ? By(partition) + order : "By" + Names.Identifier(index);

    private static string? By(IReadOnlyList<KeyAttributeModel> attributes) => Parts(attributes) is { Length: > 0 } parts ? "By" + parts : null;

    private static string? OrderedBy(IReadOnlyList<KeyAttributeModel> attributes) => Parts(attributes) is { Length: > 0 } parts ? "OrderedBy" + parts : null;

    private static string Parts(IReadOnlyList<KeyAttributeModel> attributes) =>
        string.Join("And", attributes.SelectMany(attribute => attribute.Parts).Select(part => part.Property));
}
