using System.ComponentModel;
using System.Runtime.CompilerServices;
using Keyfold.Codecs;
using Keyfold.Items;

namespace Keyfold.Mapping;

/// <summary>Writes one property: its name and its value. Should the value be refused, the writer knows where it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Member
{
    /// <summary>Writes a property that has a value always.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TWriter, T, TCodec>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Name, T value)
        where TWriter : struct, IItemWriter, allows ref struct
        where TCodec : ICodec<T>
    {
        writer.Name(utf8Name);
        TCodec.Write(ref writer, value);
    }

    /// <summary>Writes a property that may be null, which leaves the attribute out.</summary>
    public static void WriteOptional<TWriter, T, TCodec>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Name, T? value)
        where TWriter : struct, IItemWriter, allows ref struct
        where T : struct
        where TCodec : ICodec<T>
    {
        if (value is { } present)
        {
            Write<TWriter, T, TCodec>(ref writer, utf8Name, present);
        }
    }

    /// <summary>Writes a property that may be null, which leaves the attribute out.</summary>
    public static void WriteOptional<TWriter, T, TCodec>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Name, T? value)
        where TWriter : struct, IItemWriter, allows ref struct
        where T : class
        where TCodec : ICodec<T>
    {
        if (value is not null)
        {
            Write<TWriter, T, TCodec>(ref writer, utf8Name, value);
        }
    }

    /// <summary>Writes a set that may be empty but not null. An empty one leaves the attribute out.</summary>
    public static void WriteSet<TWriter, TSet, T, TCodec>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Name, TSet value)
        where TWriter : struct, IItemWriter, allows ref struct
        where TSet : class, IEnumerable<T>
        where TCodec : ICodec<TSet>
    {
        if (value is null || !value.TryGetNonEnumeratedCount(out int count) || count > 0)
        {
            Write<TWriter, TSet, TCodec>(ref writer, utf8Name, value!);
        }
    }
}
