using System.Runtime.CompilerServices;

namespace Keyfold.Items;

public ref partial struct BinaryItemWriter
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Number(long value)
    {
        int start = BeginNumber();
        _nesting.Size += Items.Number.SizeOf(value);
        _position = start + BinaryEncoding.WriteInteger(_bytes.AsSpan(start), value);
        EndMember(_position - start);
    }

    /// <inheritdoc/>
    public void Number(ulong value) => Number((Number)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Number(decimal value)
    {
        if (!Items.Number.TryDecompose(value, out bool negative, out ulong coefficient, out int exponent))
        {
            Number((Number)value);
            return;
        }

        if (exponent == 0)
        {
            Number(negative ? -(long)coefficient : (long)coefficient);
            return;
        }

        WriteDecimal(negative, coefficient, PowersOfTen.CountDigits(coefficient), exponent);
    }

    /// <inheritdoc/>
    public void Number(double value) => Number(_nesting.Convert(value));

    /// <inheritdoc/>
    public void Number(float value) => Number(_nesting.Convert(value));

    /// <inheritdoc/>
    public void Number(in Number value)
    {
        if (value.TryGetInt64(out long integer))
        {
            Number(integer);
            return;
        }

        value.Decompose(out bool negative, out UInt128 coefficient, out int exponent);
        WriteDecimal(negative, coefficient, PowersOfTen.CountDigits(coefficient), exponent);
    }

    private void WriteDecimal(bool negative, UInt128 coefficient, int digits, int exponent)
    {
        int start = BeginNumber();
        _nesting.Size += Items.Number.SizeOf(negative, digits, exponent);
        _position = start + BinaryEncoding.WriteDecimal(_bytes.AsSpan(start), negative, coefficient, digits, exponent);
        EndMember(_position - start);
    }

    /// <summary>Starts a number and gives the position of its tag, which belongs to the payload here.</summary>
    private int BeginNumber()
    {
        BeginValue(BinaryTag.Integer, WriterState.NumberMember);
        Reserve(BinaryItemFormat.NumberMax);
        return _position - 1;
    }
}
