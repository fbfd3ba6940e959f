namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants to see for <c>init</c>, which netstandard2.0 does not have.</summary>
internal static class IsExternalInit;
