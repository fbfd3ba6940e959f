namespace Keyfold;

/// <summary>
/// Turns a value of a type that Keyfold does not know into one that it does, and back. Its methods are static: a converter has no state.
/// </summary>
/// <remarks>
/// The stored type decides everything else: whether the property may be part of a key, how it sorts, what it can be compared with. A converter to
/// <see cref="string"/> makes an identifier type usable in keys. Null does not reach a converter: it is stored as null.
/// </remarks>
/// <typeparam name="TValue">The property's type, not nullable.</typeparam>
/// <typeparam name="TStored">The type that is stored: any that a property may have without a converter.</typeparam>
public interface IConverter<TValue, TStored>
    where TValue : notnull
    where TStored : notnull
{
    /// <summary>Gives what is stored for a value. Equal values give equal results.</summary>
    static abstract TStored ToStored(TValue value);

    /// <summary>Gives the value for what was stored; for every value, the reverse of <see cref="ToStored"/>.</summary>
    static abstract TValue FromStored(TStored stored);
}
