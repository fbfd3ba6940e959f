namespace Retail.Import;

/// <summary>A line of the file that cannot be understood.</summary>
public sealed class BadRowException(int lineNumber, string reason)
    : Exception($"line {lineNumber}: {reason}")
{
    /// <summary>The line of the file, counted from 1.</summary>
    public int LineNumber { get; } = lineNumber;
}
