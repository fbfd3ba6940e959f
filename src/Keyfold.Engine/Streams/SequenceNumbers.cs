using System.Globalization;

namespace Keyfold.Engine.Streams;

/// <summary>
/// A record's place among all records of the engine: the number of its commit in the log and its position in the commit, so that the
/// same log gives the same numbers. As text it has 21 digits, of which the first is 1.
/// </summary>
internal static class SequenceNumbers
{
    /// <summary>Below the number of every record.</summary>
    public const long First = 1;

    // a commit has at most 100 changes
    private const int PositionsPerCommit = 1000;
    private const int TextLength = 21;

    public static long Of(long commit, int position)
    {
        Invariant.Holds(position < PositionsPerCommit);
        return checked((commit * PositionsPerCommit) + position);
    }

    public static string Print(long number) => string.Create(CultureInfo.InvariantCulture, $"1{number:D20}");

    public static bool TryParse(string? text, out long number)
    {
        number = 0;
        return text?.Length == TextLength
            && text[0] == '1'
            && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
