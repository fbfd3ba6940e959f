namespace Keyfold;

/// <summary>Stores a property as another type, by a converter.</summary>
/// <typeparam name="TConverter">A type that implements <see cref="IConverter{TValue, TStored}"/> for the property's type.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConverterAttribute<TConverter> : Attribute;
