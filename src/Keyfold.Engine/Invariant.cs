using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Keyfold.Engine;

/// <summary>What must hold, checked in release builds too: a broken invariant is our bug and must not become wrong data.</summary>
internal static class Invariant
{
    public static void Holds([DoesNotReturnIf(false)] bool condition, [CallerArgumentExpression(nameof(condition))] string? text = null)
    {
        if (!condition)
        {
            Break(text);
        }
    }

    [DoesNotReturn]
    private static void Break(string? text) => throw new InvalidOperationException($"Broken invariant: {text}");
}
