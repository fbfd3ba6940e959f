using System.Text;
using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Evaluation;

/// <summary>
/// Fits a key condition to the key schema of a table or index: finds each key attribute's term and checks them in DynamoDB's order: literals, number of
/// terms, missing attributes, operators, types, values. Nothing is allocated for a condition that fits.
/// </summary>
internal static class KeyConditionResolver
{
    private const string Expression = "KeyConditionExpression";

    /// <summary>Checks what needs no schema: the literals, and that no attribute is restricted twice.</summary>
    /// <exception cref="StorageException">A literal does not go with its operator, bounds do not go together, or an attribute occurs twice.</exception>
    public static void Check(KeyCondition condition)
    {
        ReadOnlySpan<KeyTerm> terms = condition.Terms.AsSpan();
        foreach (KeyTerm term in terms)
        {
            CheckLiterals(term);
        }

        for (int term = 1; term < terms.Length; term++)
        {
            if (Find(terms[..term], terms[term].AttributeName) >= 0)
            {
                throw StorageErrors.KeyConditionRepeated();
            }
        }
    }

    /// <summary>Finds what a checked condition asks for.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="key">The key of what is queried.</param>
    /// <param name="indexName">The index that is queried, or null for the table.</param>
    /// <exception cref="StorageException">The condition does not fit the key.</exception>
    public static KeyRange Resolve(KeyCondition condition, KeySchema key, string? indexName)
    {
        ReadOnlySpan<KeyTerm> terms = condition.Terms.AsSpan();

        // a plain key takes two terms; one without a sort key is told below that it takes one
        if (terms.IsEmpty || terms.Length > Math.Max(2, key.Partition.Count + key.Sort.Count))
        {
            throw StorageErrors.KeyConditionCount();
        }

        ulong order = 0;
        for (int position = 0; position < Math.Max(terms.Length, key.Partition.Count); position++)
        {
            order = KeyRange.Append(order, position, FindTerm(terms, key, position));
        }

        KeyRange range = new(condition.Terms, key.Partition.Count, order);
        CheckValues(range, key, indexName);
        CheckLengths(range, key);
        return range;
    }

    /// <summary>Finds the term of the key attribute at a position, the sort key's attributes following the partition key's.</summary>
    private static int FindTerm(ReadOnlySpan<KeyTerm> terms, KeySchema key, int position)
    {
        if (position == key.Partition.Count + key.Sort.Count)
        {
            throw StorageErrors.KeyConditionUnsupported();
        }

        string attributeName = AttributeAt(key, position).Name;
        int term = Find(terms, attributeName);
        if (term < 0)
        {
            throw StorageErrors.KeyConditionMisses(attributeName);
        }

        // equality everywhere but on the last sort attribute
        bool mayRange = position >= key.Partition.Count && position == terms.Length - 1;
        return mayRange || terms[term].Operator == KeyOperator.Equal ? term : throw StorageErrors.KeyConditionUnsupported();
    }

    private static void CheckLiterals(KeyTerm term)
    {
        switch (term.Operator)
        {
            case KeyOperator.Equal:
                break;
            case KeyOperator.BeginsWith:
                if (term.Value.Type is not (AttributeType.String or AttributeType.Binary))
                {
                    throw StorageErrors.OperandType(Expression, "begins_with", term.Value.Type.Tag());
                }

                break;
            case KeyOperator.Between:
                CheckOrdered(term.Value, "BETWEEN");
                CheckOrdered(term.Upper, "BETWEEN");
                BoundRules.Check(term.Value, term.Upper, Expression);
                break;
            default:
                CheckOrdered(term.Value, Symbol(term.Operator));
                break;
        }
    }

    private static void CheckOrdered(in AttributeValue value, string @operator)
    {
        if (!value.Type.IsOrdered())
        {
            throw StorageErrors.OperandType(Expression, @operator, value.Type.Tag());
        }
    }

    private static string Symbol(KeyOperator @operator) => @operator switch
    {
        KeyOperator.LessThan => "<",
        KeyOperator.LessThanOrEqual => "<=",
        KeyOperator.GreaterThan => ">",
        _ => ">=",
    };

    private static KeyAttribute AttributeAt(KeySchema key, int position) =>
        position < key.Partition.Count ? key.Partition[position] : key.Sort[position - key.Partition.Count];

    private static int Find(ReadOnlySpan<KeyTerm> terms, string attributeName)
    {
        for (int term = 0; term < terms.Length; term++)
        {
            if (string.Equals(terms[term].AttributeName, attributeName, StringComparison.Ordinal))
            {
                return term;
            }
        }

        return -1;
    }

    private static void CheckValues(in KeyRange range, KeySchema key, string? indexName)
    {
        for (int position = 0; position < range.Count; position++)
        {
            KeyTerm term = range.Term(position);
            KeyAttribute attribute = AttributeAt(key, position);
            bool isBetween = term.Operator == KeyOperator.Between;
            if (term.Value.Type != attribute.Type || (isBetween && term.Upper.Type != attribute.Type))
            {
                throw StorageErrors.KeyConditionTypeMismatch();
            }

            if (LengthOf(term.Value) == 0 || (isBetween && LengthOf(term.Upper) == 0))
            {
                bool isBinary = attribute.Type == AttributeType.Binary;
                throw indexName is null
                    ? StorageErrors.KeyEmptyInItem(attribute.Name, isBinary)
                    : StorageErrors.IndexKeyEmpty(attribute.Name, isBinary, indexName);
            }
        }
    }

    private static void CheckLengths(in KeyRange range, KeySchema key)
    {
        for (int position = 0; position < range.Count; position++)
        {
            KeyTerm term = range.Term(position);
            bool isPartition = position < key.Partition.Count;
            int bytesMax = isPartition ? Limits.PartitionKeyBytesMax : Limits.SortKeyBytesMax;
            if (LengthOf(term.Value) > bytesMax || (term.Operator == KeyOperator.Between && LengthOf(term.Upper) > bytesMax))
            {
                throw isPartition ? StorageErrors.PartitionKeyTooLong() : StorageErrors.SortKeyTooLong();
            }
        }
    }

    // numbers have no length; 1 keeps them clear of both bounds
    private static int LengthOf(in AttributeValue value) => value.Type switch
    {
        AttributeType.String => Encoding.UTF8.GetByteCount(value.AsString()),
        AttributeType.Binary => value.AsBinary().Length,
        _ => 1,
    };
}
