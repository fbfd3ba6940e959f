namespace Keyfold.Resilience;

/// <summary>Says what is wrong with an option.</summary>
internal static class Rule
{
    public static void InRange<T>(bool holds, string option, string range, T value)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{option} {range}, and was {value}."), option);
        }
    }
}
