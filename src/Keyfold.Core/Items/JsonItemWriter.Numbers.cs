using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Keyfold.Items;

public ref partial struct JsonItemWriter
{
    /// <inheritdoc/>
    public void Number(long value)
    {
        int start = BeginNumber();
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_position), out int length);
        _position += length;
        EndText(start);
    }

    /// <inheritdoc/>
    public void Number(ulong value) => Number((Number)value);

    /// <inheritdoc/>
    public void Number(decimal value) => Number((Number)value);

    /// <inheritdoc/>
    public void Number(double value)
    {
        if (Items.Number.TryFrom(value, out var number) is not NumberError.None and var error)
        {
            ThrowNumber(error);
        }

        Number(in number);
    }

    /// <inheritdoc/>
    public void Number(float value)
    {
        if (Items.Number.TryFrom(value, out var number) is not NumberError.None and var error)
        {
            ThrowNumber(error);
        }

        Number(in number);
    }

    /// <inheritdoc/>
    public void Number(in Number value)
    {
        int start = BeginNumber();
        value.TryFormat(_bytes.AsSpan(_position), out int length);
        _position += length;
        EndText(start);
    }

    private int BeginNumber()
    {
        int start = BeginText("{\"N\":\""u8, WriterState.NumberMember);
        Reserve(Items.Number.TextLengthMax);
        return start;
    }

    [DoesNotReturn]
    private void ThrowNumber(NumberError error)
    {
        // counted first, so that the path names this element
        BeginNumber();
        _nesting.Throw(ItemFormatException.From(error));
    }
}
