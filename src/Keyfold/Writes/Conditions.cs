using Keyfold.Expressions;

namespace Keyfold;

/// <summary>Joins conditions of which some may be missing.</summary>
internal static class Conditions
{
    public static Condition? And(Condition? left, Condition? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        _ => left & right,
    };
}
