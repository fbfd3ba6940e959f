using System.Diagnostics;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Evaluation;

/// <summary>Computes the values that an update writes, straight into the bytes of the new item.</summary>
internal static class UpdateOperands
{
    /// <summary>Writes what an action makes of the value at its path; nothing if it leaves none.</summary>
    /// <param name="action">The action.</param>
    /// <param name="old">The value before the update; missing when there is none.</param>
    /// <param name="item">The encoded item before the update.</param>
    /// <param name="output">Where the value goes.</param>
    public static void WriteResult(UpdateAction action, EncodedValue old, ReadOnlySpan<byte> item, ref SpliceBuffer output)
    {
        switch (action)
        {
            case SetAction set:
                Write(set.Value, item, ref output);
                break;
            case AddAction add:
                Add(add.Value, old, ref output);
                break;
            case DeleteAction delete:
                Delete(delete.Value, old, ref output);
                break;
            case RemoveAction:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Write(UpdateOperand operand, ReadOnlySpan<byte> item, ref SpliceBuffer output)
    {
        switch (operand)
        {
            case UpdateValue literal:
                output.AppendLiteral(literal.Value);
                break;
            case UpdatePath path:
                output.Append(FindRequired(item, path.Path).Bytes);
                break;
            case IfNotExists function when EncodedPath.Find(item, function.Path) is { IsMissing: false } found:
                output.Append(found.Bytes);
                break;
            case IfNotExists function:
                Write(function.Fallback, item, ref output);
                break;
            case ListAppend function:
                int start = output.BeginContainer(BinaryTag.List);
                int count = WriteElements(function.First, item, ref output) + WriteElements(function.Second, item, ref output);
                output.EndContainer(start, count);
                break;
            case Plus plus:
                output.AppendNumber(Sum(NumberOf(plus.Left, item), NumberOf(plus.Right, item)));
                break;
            case Minus minus:
                output.AppendNumber(Sum(NumberOf(minus.Left, item), NumberOf(minus.Right, item).Negate()));
                break;
            default:
                throw new UnreachableException();
        }
    }

    // a missing value counts as 0 or as the empty set
    private static void Add(in AttributeValue literal, EncodedValue old, ref SpliceBuffer output)
    {
        if (old.IsMissing)
        {
            output.AppendLiteral(literal);
            return;
        }

        RequireType(old, literal.Type);
        if (literal.Type == AttributeType.Number)
        {
            output.AppendNumber(Sum(old.AsNumber(), literal.AsNumber()));
        }
        else
        {
            EncodedSets.WriteUnion(old, new EncodedValue(ItemCodec.EncodeValue(literal)), ref output);
        }
    }

    private static void Delete(in AttributeValue literal, EncodedValue old, ref SpliceBuffer output)
    {
        if (!old.IsMissing)
        {
            RequireType(old, literal.Type);
            EncodedSets.WriteDifference(old, new EncodedValue(ItemCodec.EncodeValue(literal)), ref output);
        }
    }

    private static int WriteElements(UpdateOperand operand, ReadOnlySpan<byte> item, ref SpliceBuffer output)
    {
        switch (operand)
        {
            case UpdateValue literal when literal.Value.Type == AttributeType.List:
                foreach (AttributeValue element in literal.Value.AsList())
                {
                    output.AppendLiteral(element);
                }

                return literal.Value.AsList().Length;
            case UpdatePath path:
                return WriteElements(FindRequired(item, path.Path), ref output);
            case IfNotExists function:
                EncodedValue found = EncodedPath.Find(item, function.Path);
                return found.IsMissing ? WriteElements(function.Fallback, item, ref output) : WriteElements(found, ref output);
            default:
                throw StorageErrors.UpdateOperandType();
        }
    }

    private static int WriteElements(EncodedValue list, ref SpliceBuffer output)
    {
        RequireType(list, AttributeType.List);
        output.Append(EncodedContainer.Content(list));
        return list.Count;
    }

    private static Number NumberOf(UpdateOperand operand, ReadOnlySpan<byte> item)
    {
        switch (operand)
        {
            case UpdateValue literal when literal.Value.Type == AttributeType.Number:
                return literal.Value.AsNumber();
            case UpdatePath path:
                return NumberOf(FindRequired(item, path.Path));
            case IfNotExists function:
                EncodedValue found = EncodedPath.Find(item, function.Path);
                return found.IsMissing ? NumberOf(function.Fallback, item) : NumberOf(found);
            default:
                throw StorageErrors.UpdateOperandType();
        }
    }

    private static Number NumberOf(EncodedValue value)
    {
        RequireType(value, AttributeType.Number);
        return value.AsNumber();
    }

    private static EncodedValue FindRequired(ReadOnlySpan<byte> item, DocumentPath path)
    {
        EncodedValue value = EncodedPath.Find(item, path);
        return value.IsMissing ? throw StorageErrors.UpdateOperandMissing() : value;
    }

    private static void RequireType(EncodedValue value, AttributeType type)
    {
        if (value.Type != type)
        {
            throw StorageErrors.UpdateOperandType();
        }
    }

    private static Number Sum(in Number left, in Number right) => Number.TryAdd(left, right, out Number sum) switch
    {
        NumberError.None => sum,
        NumberError.Underflow => throw StorageErrors.NumberUnderflow(),

        // DynamoDB reports too many digits as an overflow
        _ => throw StorageErrors.NumberOverflow(),
    };
}
