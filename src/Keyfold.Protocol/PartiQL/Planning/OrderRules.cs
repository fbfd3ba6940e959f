using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Syntax;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Schema;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>
/// What ORDER BY may say: the attributes of the key that is read, as far as WHERE names its partitions. The sort key orders the items of each partition, the
/// partition key the partitions among themselves; without it they come in the order in which IN lists them.
/// </summary>
internal static class OrderRules
{
    /// <summary>Checks the terms.</summary>
    /// <exception cref="Storage.StorageException">One is no attribute of the key, or there is no WHERE.</exception>
    public static void Check(SelectTree select, KeySchema key)
    {
        if (select.Order.Count > 0 && select.Where is null)
        {
            throw KeyErrors.OrderWithoutWhere();
        }

        foreach (OrderSyntax term in select.Order)
        {
            if (term.By is not PathNode { Path.IsTopLevel: true } attribute)
            {
                throw KeyErrors.OrderByNoName(term.By is PathNode or WildcardNode ? "PATH" : term.By.At.Text);
            }

            if (!key.Contains(attribute.Path.AttributeName))
            {
                throw KeyErrors.OrderByNoKey(attribute.Path.AttributeName);
            }
        }
    }

    /// <summary>Whether the items of a partition come from the highest sort key down.</summary>
    public static bool IsDescending(Sequence<OrderSyntax> order, KeySchema key)
    {
        foreach (KeyAttribute attribute in key.Sort)
        {
            if (Find(order, attribute.Name) is { } term)
            {
                return term.Descending;
            }
        }

        return false;
    }

    /// <summary>Puts the partitions in the order of their key, if the terms name it.</summary>
    public static void Arrange(List<AttributeValue[]> partitions, Sequence<OrderSyntax> order, KeySchema key)
    {
        if (partitions.Count < 2 || Find(order, key.Partition[0].Name) is not { } term)
        {
            return;
        }

        int sign = term.Descending ? -1 : 1;
        partitions.Sort((left, right) => sign * Compare(left[0], right[0]));
    }

    private static OrderSyntax? Find(Sequence<OrderSyntax> order, string attributeName)
    {
        foreach (OrderSyntax term in order)
        {
            if (((PathNode)term.By).Path.AttributeName == attributeName)
            {
                return term;
            }
        }

        return null;
    }

    // both have the type of the key attribute
    private static int Compare(in AttributeValue left, in AttributeValue right) => left.Type switch
    {
        AttributeType.String => Utf8Order.Compare(left.AsString(), right.AsString()),
        AttributeType.Number => left.AsNumber().CompareTo(right.AsNumber()),
        _ => left.AsBinary().Span.SequenceCompareTo(right.AsBinary().Span),
    };
}
