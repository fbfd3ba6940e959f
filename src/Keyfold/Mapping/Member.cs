using System.ComponentModel;
using System.Runtime.CompilerServices;
using Keyfold.Codecs;
using Keyfold.Items;

namespace Keyfold.Mapping;

/// <summary>Writes one property: its name and its value. Should the value be refused, the writer knows where it is.</summary>
/// <remarks>
/// A name is plain if <see cref="IItemWriter.PlainName"/> takes it. All is inlined into the entity's own method, where the name is a constant: to copy it is a few moves then.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Member
{
    /// <summary>Writes a property that has a value always.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TWriter, T, TCodec>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Name, T value, bool isPlain = true)
        where TWriter : struct, IItemWriter, allows ref struct
        where TCodec : ICodec<T>
    {
        if (isPlain)
        {
            writer.PlainName(utf8Name);
        }
        else
        {
            writer.Name(utf8Name);
        }

        TCodec.Write(ref writer, value);
    }

    /// <summary>Writes a property that may be null, which leaves the attribute out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteOptional<TWriter, T, TCodec>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Name, T? value, bool isPlain = true)
        where TWriter : struct, IItemWriter, allows ref struct
        where T : struct
        where TCodec : ICodec<T>
    {
        if (value is { } present)
        {
            Write<TWriter, T, TCodec>(ref writer, utf8Name, present, isPlain);
        }
    }

    /// <summary>Writes a property that may be null, which leaves the attribute out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteOptional<TWriter, T, TCodec>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Name, T? value, bool isPlain = true)
        where TWriter : struct, IItemWriter, allows ref struct
        where T : class
        where TCodec : ICodec<T>
    {
        if (value is not null)
        {
            Write<TWriter, T, TCodec>(ref writer, utf8Name, value, isPlain);
        }
    }

    /// <summary>Writes a set that may be empty but not null. An empty one leaves the attribute out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteSet<TWriter, TSet, T, TCodec>(ref TWriter writer, scoped ReadOnlySpan<byte> utf8Name, TSet value, bool isPlain = true)
        where TWriter : struct, IItemWriter, allows ref struct
        where TSet : class, IEnumerable<T>
        where TCodec : ICodec<TSet>
    {
        if (value is null || !value.TryGetNonEnumeratedCount(out int count) || count > 0)
        {
            Write<TWriter, TSet, TCodec>(ref writer, utf8Name, value!, isPlain);
        }
    }
}
