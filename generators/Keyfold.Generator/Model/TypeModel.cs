namespace Keyfold.Generator.Model;

/// <summary>A type that gets a generated part: what the part's declaration needs.</summary>
/// <param name="Name">The type's own name.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Keyword">What it is declared with: <c>class</c>, <c>record</c>, <c>struct</c> or <c>record struct</c>.</param>
/// <param name="ContainingTypes">The declarations of the types around it, from the outside: <c>class Outer</c>.</param>
/// <param name="FullName">Its name with <c>global::</c>.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsPublic">Whether it can be seen outside of its assembly.</param>
/// <param name="CanHaveParts">Whether anything can be generated into it; not into a generic type, for example.</param>
internal sealed record TypeModel(
    string Name,
    string Namespace,
    string Keyword,
    EquatableArray<string> ContainingTypes,
    string FullName,
    bool IsValueType,
    bool IsPublic,
    bool CanHaveParts)
{
    /// <summary>The name of the generated file, unique among the types of a compilation.</summary>
    public string HintName => FullName.Substring("global::".Length).Replace('@', '_') + ".g.cs";
}
