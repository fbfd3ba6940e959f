using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>A property that is stored, while its symbol is still at hand.</summary>
internal sealed record StoredProperty(IPropertySymbol Symbol, string Attribute, ValueModel Value, PropertyRole Role, bool RoundsUp)
{
    public StoredType StoredType => Role == PropertyRole.TimeToLive ? StoredType.Number : Value.StoredType;
}
