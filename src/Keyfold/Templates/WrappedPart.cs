using System.ComponentModel;
using Keyfold.Keys;

namespace Keyfold.Templates;

/// <summary>A part of one type that is written as another.</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TInner">The type that is written.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WrappedPart<T, TInner> : KeyPart<T>
{
    private readonly KeyPart<TInner> _inner;

    private protected WrappedPart(string property, KeyPart<TInner> inner)
        : base(property, inner.Format) => _inner = inner;

    internal override KeyTemplate? Template
    {
        get => _inner.Template;
        set => _inner.Template = value;
    }

    internal override char? Separator
    {
        get => _inner.Separator;
        set => _inner.Separator = value;
    }

    /// <inheritdoc/>
    public sealed override void Append(ref KeyWriter key, T value) => _inner.Append(ref key, Unwrap(value));

    private protected abstract TInner Unwrap(T value);
}

/// <summary>A value as what its converter makes of it.</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TStored">The type that is stored.</typeparam>
/// <typeparam name="TConverter">The converter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvertedPart<T, TStored, TConverter>(string property, KeyPart<TStored> inner) : WrappedPart<T, TStored>(property, inner)
    where T : notnull
    where TStored : notnull
    where TConverter : IConverter<T, TStored>
{
    private protected override TStored Unwrap(T value) => TConverter.ToStored(value);
}
