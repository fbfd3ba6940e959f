namespace Keyfold;

/// <summary>Makes an entity's primary key from templates.</summary>
/// <remarks>
/// <para>
/// A template is text with parts in braces: <c>INVOICE#{Date:yyyy-MM-dd}#{Number}</c>. A part names a property of the entity; after a colon
/// it may have a format. A brace itself is written twice: <c>{{</c>, <c>}}</c>. Between two parts stands at least one character of text.
/// </para>
/// <list type="table">
/// <item><term>text</term><description><c>{Name}</c>, or <c>{Name:escape}</c>, which escapes the character that follows the part
/// (and <c>%</c>) in its value as <c>%</c> and two hexadecimal digits. Without it such a value is refused when it is written.</description></item>
/// <item><term>integers</term><description><c>{Number}</c>, or padded, so that the order of the text is the order of the values:
/// <c>{Number:D10}</c>. A number that is negative or wider than its padding is refused when it is written.</description></item>
/// <item><term>decimal</term><description><c>{Total}</c>, or padded: <c>{Total:0000000.00}</c>.</description></item>
/// <item><term>dates and times</term><description><c>{At:O}</c> or a format of your own, such as <c>{At:yyyy-MM-ddTHH:mm:ss}</c>. Needed for
/// <see cref="DateTime"/> and <see cref="DateTimeOffset"/>, whose text is that of the UTC time; <see cref="DateOnly"/> and <see cref="TimeOnly"/> have
/// <c>yyyy-MM-dd</c> and <c>HH:mm:ss.fffffff</c>. A value that does not come back equal from its text is refused when it is written.</description></item>
/// <item><term>enums</term><description>the name: <c>{Status}</c>; or the number, padded: <c>{Status:D3}</c>.</description></item>
/// <item><term>Guid</term><description><c>{Id}</c>, with hyphens, or <c>{Id:N}</c>, without.</description></item>
/// <item><term>bool, char, Uri</term><description><c>{Value}</c>; <c>char</c> and <c>Uri</c> are text and take <c>escape</c>.</description></item>
/// </list>
/// </remarks>
/// <param name="partitionTemplate">The template of the partition key.</param>
/// <param name="sortTemplate">The template of the sort key; left out where the table has none.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PrimaryKeyAttribute(string partitionTemplate, string? sortTemplate = null) : Attribute
{
    /// <summary>The template of the partition key.</summary>
    public string PartitionTemplate { get; } = partitionTemplate;

    /// <summary>The template of the sort key; null where the table has none.</summary>
    public string? SortTemplate { get; } = sortTemplate;

    /// <summary>
    /// The name of the entity set's method that queries a partition. Null means <c>By</c> and the parts of the partition key (<c>ByCustomerId</c>), or
    /// <c>All</c> where it has none. There is no such method, unless it is named here, where a partition holds at most one of these entities.
    /// </summary>
    public string? Name { get; set; }
}
