using Keyfold.Expressions;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>The terms of a WHERE clause that all must hold, from left to right. A plan takes those that say which keys to read; what is left filters.</summary>
internal sealed class Conjuncts
{
    private readonly List<Condition> _terms = [];

    public Conjuncts(Condition? where)
    {
        if (where is not null)
        {
            Add(where);
        }
    }

    /// <summary>What has not been taken, or null.</summary>
    public Condition? Rest => _terms.Count == 0 ? null : _terms.Aggregate((left, right) => left & right);

    /// <summary>Takes a term, or what it turns it into, from the first that yields something; null if none does.</summary>
    public T? TakeFirst<T>(Func<Condition, T?> select)
        where T : class
    {
        for (int i = 0; i < _terms.Count; i++)
        {
            if (select(_terms[i]) is { } found)
            {
                _terms.RemoveAt(i);
                return found;
            }
        }

        return null;
    }

    /// <summary>Lets a term filter.</summary>
    public void Keep(Condition term) => _terms.Add(term);

    /// <summary>Leaves out terms that say nothing more.</summary>
    public void Drop(Predicate<Condition> isKnown) => _terms.RemoveAll(isKnown);

    /// <summary>The value that a term says an attribute is equal to, on whichever side of the sign; null if it says something else.</summary>
    public static ValueOperand? EqualTo(Condition term, string attributeName) => term is Comparison { Operator: ComparisonOperator.Equal } comparison
        ? comparison.Right is ValueOperand right && IsAttribute(comparison.Left, attributeName) ? right
            : comparison.Left is ValueOperand left && IsAttribute(comparison.Right, attributeName) ? left
            : null
        : null;

    /// <summary>Whether an operand is a top-level attribute.</summary>
    public static bool IsAttribute(Operand operand, string attributeName) =>
        operand is PathOperand { Path.IsTopLevel: true } path && path.Path.AttributeName == attributeName;

    private void Add(Condition condition)
    {
        // the parser leans to the left: as many levels as operators at most
        if (condition is And and)
        {
            Add(and.Left);
            Add(and.Right);
            return;
        }

        _terms.Add(condition);
    }
}
