using System.ComponentModel;

namespace Keyfold.Fields;

/// <summary>
/// Of this type there is no value but null: an operator that takes it catches <c>field == null</c>, which would have to mean one of three things, and stops the
/// compilation.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NoValue
{
    internal const string Repair = "null is no value to compare with: write .NotExists() for a missing attribute, .IsNull() for a NULL one, or !….Exists().";

    private NoValue()
    {
    }
}
