namespace Keyfold.Items;

/// <summary>DynamoDB's order of texts, which is that of their UTF-8 bytes and therefore of their code points, for .NET's UTF-16 strings.</summary>
public static class Utf8Order
{
    /// <summary>An <see cref="IComparer{T}"/> of that order; null comes first.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(static (left, right) => Compare(left, right));

    /// <summary>Compares by the UTF-8 bytes of both texts; a text comes before its continuations.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Rank(left[common]).CompareTo(Rank(right[common]));
    }

    // code points beyond U+FFFF come last in UTF-8, but their surrogates come before U+E000 … U+FFFF in UTF-16
    private static int Rank(char character) => character switch
    {
        >= '\uE000' => character - 0x800,
        >= '\uD800' => character + 0x2000,
        _ => character,
    };
}
