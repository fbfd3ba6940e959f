using System.Diagnostics;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.Expressions;

/// <summary>
/// Makes a key condition out of a condition: DynamoDB parses both by one grammar and then looks whether the condition is one that names keys. Which
/// attributes are keys is not known here; the backend checks that.
/// </summary>
internal static class KeyConditionBuilder
{
    public static KeyCondition Build(Condition condition)
    {
        List<KeyTerm> terms = [];
        Collect(condition, terms);
        return new KeyCondition(Sequence.From(terms));
    }

    private static void Collect(Condition condition, List<KeyTerm> terms)
    {
        if (condition is And and)
        {
            Collect(and.Left, terms);
            Collect(and.Right, terms);
            return;
        }

        KeyTerm term = condition switch
        {
            Comparison { Operator: not ComparisonOperator.NotEqual } comparison => BuildComparison(comparison),
            Between between => BuildBetween(between),
            BeginsWith function => BuildBeginsWith(function),
            _ => throw KeyConditionErrors.OperatorInvalid(NameOf(condition)),
        };
        if (terms.Exists(other => string.Equals(other.AttributeName, term.AttributeName, StringComparison.Ordinal)))
        {
            throw Storage.StorageErrors.KeyConditionRepeated();
        }

        terms.Add(term);
    }

    private static KeyTerm BuildComparison(Comparison comparison)
    {
        string? name = null;
        AttributeValue value = default;
        Take(comparison.Left, ref name, ref value);
        Take(comparison.Right, ref name, ref value);
        return name is null
            ? throw KeyConditionErrors.NoKey()
            : new KeyTerm(name, OperatorOf(comparison.Operator, isReversed: comparison.Left is ValueOperand), value);
    }

    private static KeyTerm BuildBetween(Between between)
    {
        string name = RequireName(between.Value, "BETWEEN");
        return new KeyTerm(name, KeyOperator.Between, RequireValue(between.Lower), RequireValue(between.Upper));
    }

    private static KeyTerm BuildBeginsWith(BeginsWith function)
    {
        string name = RequireName(function.Value, "begins_with");
        return new KeyTerm(name, KeyOperator.BeginsWith, RequireValue(function.Prefix));
    }

    private static string RequireName(Operand operand, string function) => operand switch
    {
        PathOperand { Path: { IsTopLevel: true } path } => path.AttributeName,
        PathOperand => throw KeyConditionErrors.NestedAttribute(),
        SizeOperand => throw KeyConditionErrors.NestedOperation(),
        _ => throw KeyConditionErrors.KeyNotFirst(function),
    };

    private static AttributeValue RequireValue(Operand operand) => operand switch
    {
        ValueOperand value => value.Value,
        PathOperand => throw KeyConditionErrors.SeveralNames(),
        _ => throw KeyConditionErrors.NestedOperation(),
    };

    private static void Take(Operand operand, ref string? name, ref AttributeValue value)
    {
        switch (operand)
        {
            case ValueOperand literal:
                value = literal.Value;
                break;
            case PathOperand when name is not null:
                throw KeyConditionErrors.SeveralNames();
            case PathOperand { Path: { IsTopLevel: true } path }:
                name = path.AttributeName;
                break;
            case PathOperand:
                throw KeyConditionErrors.NestedAttribute();
            default:
                throw KeyConditionErrors.NestedOperation();
        }
    }

    private static KeyOperator OperatorOf(ComparisonOperator comparison, bool isReversed) => comparison switch
    {
        ComparisonOperator.Equal => KeyOperator.Equal,
        ComparisonOperator.LessThan => isReversed ? KeyOperator.GreaterThan : KeyOperator.LessThan,
        ComparisonOperator.LessThanOrEqual => isReversed ? KeyOperator.GreaterThanOrEqual : KeyOperator.LessThanOrEqual,
        ComparisonOperator.GreaterThan => isReversed ? KeyOperator.LessThan : KeyOperator.GreaterThan,
        ComparisonOperator.GreaterThanOrEqual => isReversed ? KeyOperator.LessThanOrEqual : KeyOperator.GreaterThanOrEqual,
        _ => throw new UnreachableException(),
    };

    private static string NameOf(Condition condition) => condition switch
    {
        Comparison => "<>",
        In => "IN",
        Or => "OR",
        Not => "NOT",
        AttributeExists => "attribute_exists",
        AttributeNotExists => "attribute_not_exists",
        AttributeTypeIs => "attribute_type",
        Contains => "contains",
        _ => throw new UnreachableException(),
    };
}
