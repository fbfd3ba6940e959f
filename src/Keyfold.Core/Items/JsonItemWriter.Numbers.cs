using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

public ref partial struct JsonItemWriter
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Number(long value)
    {
        if (TryBeginNamed(Items.Number.TextLengthMax, out Span<byte> room))
        {
            Utf8Formatter.TryFormat(value, room[NamedStartBytes..], out int written);
            EndNamed(room, "{\"N\":\""u8, written);
            return;
        }

        int start = BeginNumber();
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_position), out int length);
        _position += length;
        EndText(start);
    }

    /// <inheritdoc/>
    public void Number(ulong value) => Number((Number)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Number(decimal value)
    {
        if (TryBeginNamed(Items.Number.TextLengthMax, out Span<byte> room) && Items.Number.TryFormatNarrow(value, room[NamedStartBytes..], out int written))
        {
            EndNamed(room, "{\"N\":\""u8, written);
        }
        else
        {
            Number((Number)value);
        }
    }

    /// <inheritdoc/>
    public void Number(double value) => Number(_nesting.Convert(value));

    /// <inheritdoc/>
    public void Number(float value) => Number(_nesting.Convert(value));

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
}
