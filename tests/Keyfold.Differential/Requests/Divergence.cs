namespace Keyfold.Differential.Requests;

/// <summary>What two backends replied to one request.</summary>
/// <param name="Operation">The request; null for the description of the table.</param>
/// <param name="Expected">The reply of the first.</param>
/// <param name="Actual">The reply of the second.</param>
internal sealed record Divergence(Operation? Operation, string Expected, string Actual)
{
    private const int Context = 300;

    /// <summary>Whether there is none.</summary>
    public bool IsEqual => string.Equals(Expected, Actual, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(Operation is null ? "DescribeTable" : Agreement.Shorten(Operation.ToString()))}\n  expected: {Around(Expected, Actual)}\n  actual:   {Around(Actual, Expected)}";

    // the part of a long reply where it differs
    private static string Around(string text, string other)
    {
        int start = Math.Max(0, text.AsSpan().CommonPrefixLength(other) - Context);
        return (start > 0 ? "…" : "") + Agreement.Shorten(text[start..]);
    }
}

/// <summary>Why two backends may reply differently.</summary>
/// <param name="Name">The difference in a few words.</param>
/// <param name="Decision">What decides who is right.</param>
/// <param name="PartsWays">Whether what they hold may differ from then on.</param>
internal sealed record Explanation(string Name, string Decision, bool PartsWays = false);
