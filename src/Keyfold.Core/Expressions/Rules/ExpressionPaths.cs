using System.Diagnostics;

namespace Keyfold.Expressions.Rules;

/// <summary>Meets the paths of an expression one by one.</summary>
public interface IPathVisitor
{
    /// <summary>Takes one path.</summary>
    void Visit(DocumentPath path);
}

/// <summary>Shows every path of an expression to a visitor, from left to right.</summary>
public static class ExpressionPaths
{
    /// <summary>Visits the paths of a condition or filter.</summary>
    /// <param name="condition">A tree that <see cref="ExpressionRules"/> has checked.</param>
    /// <param name="visitor">A struct, so that nothing is allocated.</param>
    public static void Visit<TVisitor>(Condition condition, ref TVisitor visitor)
        where TVisitor : struct, IPathVisitor, allows ref struct
    {
        switch (condition)
        {
            case And and:
                Visit(and.Left, ref visitor);
                Visit(and.Right, ref visitor);
                break;
            case Or or:
                Visit(or.Left, ref visitor);
                Visit(or.Right, ref visitor);
                break;
            case Not not:
                Visit(not.Operand, ref visitor);
                break;
            case Comparison comparison:
                Visit(comparison.Left, ref visitor);
                Visit(comparison.Right, ref visitor);
                break;
            case AttributeExists exists:
                visitor.Visit(exists.Path);
                break;
            case AttributeNotExists notExists:
                visitor.Visit(notExists.Path);
                break;
            case BeginsWith function:
                Visit(function.Value, ref visitor);
                Visit(function.Prefix, ref visitor);
                break;
            case Contains function:
                Visit(function.Container, ref visitor);
                Visit(function.Value, ref visitor);
                break;
            case Between between:
                Visit(between.Value, ref visitor);
                Visit(between.Lower, ref visitor);
                Visit(between.Upper, ref visitor);
                break;
            case In membership:
                Visit(membership.Value, ref visitor);
                foreach (Operand candidate in membership.Candidates)
                {
                    Visit(candidate, ref visitor);
                }

                break;
            case AttributeTypeIs function:
                Visit(function.Value, ref visitor);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Visits the paths of an update, those on the right-hand sides included.</summary>
    /// <param name="update">A tree that <see cref="ExpressionRules"/> has checked.</param>
    /// <param name="visitor">A struct, so that nothing is allocated.</param>
    public static void Visit<TVisitor>(UpdateExpression update, ref TVisitor visitor)
        where TVisitor : struct, IPathVisitor, allows ref struct
    {
        foreach (UpdateAction action in update.Actions)
        {
            visitor.Visit(action.Path);
            if (action is SetAction set)
            {
                Visit(set.Value, ref visitor);
            }
        }
    }

    private static void Visit<TVisitor>(Operand operand, ref TVisitor visitor)
        where TVisitor : struct, IPathVisitor, allows ref struct
    {
        switch (operand)
        {
            case PathOperand path:
                visitor.Visit(path.Path);
                break;
            case SizeOperand size:
                Visit(size.Of, ref visitor);
                break;
            default:
                break;
        }
    }

    private static void Visit<TVisitor>(UpdateOperand operand, ref TVisitor visitor)
        where TVisitor : struct, IPathVisitor, allows ref struct
    {
        switch (operand)
        {
            case UpdatePath path:
                visitor.Visit(path.Path);
                break;
            case IfNotExists function:
                visitor.Visit(function.Path);
                Visit(function.Fallback, ref visitor);
                break;
            case ListAppend function:
                Visit(function.First, ref visitor);
                Visit(function.Second, ref visitor);
                break;
            case Plus plus:
                Visit(plus.Left, ref visitor);
                Visit(plus.Right, ref visitor);
                break;
            case Minus minus:
                Visit(minus.Left, ref visitor);
                Visit(minus.Right, ref visitor);
                break;
            default:
                break;
        }
    }
}
