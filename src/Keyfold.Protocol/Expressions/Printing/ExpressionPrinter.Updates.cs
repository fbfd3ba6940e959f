using System.Buffers;
using System.Diagnostics;
using Keyfold.Expressions;

namespace Keyfold.Protocol.Expressions;

/// <content>Updates.</content>
public sealed partial class ExpressionPrinter
{
    /// <summary>Writes an update. Actions of one kind come together, since a section may not be repeated; their order has no meaning.</summary>
    /// <param name="update">The tree.</param>
    /// <param name="output">Takes the text as UTF-8.</param>
    public void Print(UpdateExpression update, IBufferWriter<byte> output)
    {
        ReadOnlySpan<UpdateAction> actions = update.Actions.AsSpan();
        bool isFirst = true;
        PrintSection<SetAction>("SET "u8, actions, ref isFirst, output);
        PrintSection<RemoveAction>("REMOVE "u8, actions, ref isFirst, output);
        PrintSection<AddAction>("ADD "u8, actions, ref isFirst, output);
        PrintSection<DeleteAction>("DELETE "u8, actions, ref isFirst, output);
    }

    private void PrintSection<TAction>(ReadOnlySpan<byte> keyword, ReadOnlySpan<UpdateAction> actions, ref bool isFirst, IBufferWriter<byte> output)
        where TAction : UpdateAction
    {
        ReadOnlySpan<byte> separator = keyword;
        foreach (UpdateAction action in actions)
        {
            if (action is not TAction)
            {
                continue;
            }

            output.Write(isFirst || separator != keyword ? default : " "u8);
            output.Write(separator);
            PrintAction(action, output);
            separator = ", "u8;
            isFirst = false;
        }
    }

    private void PrintAction(UpdateAction action, IBufferWriter<byte> output)
    {
        Print(action.Path, output);
        switch (action)
        {
            case SetAction set:
                output.Write(" = "u8);
                Print(set.Value, output);
                break;
            case AddAction add:
                output.Write(" "u8);
                Print(add.Value, output);
                break;
            case DeleteAction delete:
                output.Write(" "u8);
                Print(delete.Value, output);
                break;
            default:
                break;
        }
    }

    private void Print(UpdateOperand operand, IBufferWriter<byte> output)
    {
        switch (operand)
        {
            case UpdateValue value:
                Print(value.Value, output);
                break;
            case UpdatePath path:
                Print(path.Path, output);
                break;
            case IfNotExists function:
                output.Write("if_not_exists("u8);
                Print(function.Path, output);
                output.Write(", "u8);
                Print(function.Fallback, output);
                output.Write(")"u8);
                break;
            case ListAppend function:
                output.Write("list_append("u8);
                PrintPair(function.First, ", "u8, function.Second, output);
                output.Write(")"u8);
                break;
            case Plus plus:
                PrintPair(plus.Left, " + "u8, plus.Right, output);
                break;
            case Minus minus:
                PrintPair(minus.Left, " - "u8, minus.Right, output);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void PrintPair(UpdateOperand left, ReadOnlySpan<byte> separator, UpdateOperand right, IBufferWriter<byte> output)
    {
        Print(left, output);
        output.Write(separator);
        Print(right, output);
    }
}
