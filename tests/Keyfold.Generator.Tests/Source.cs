using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Generator.Tests;

/// <summary>Compiles a test's source against the framework of the test run and Keyfold itself.</summary>
internal static class Source
{
    /// <summary>What a user's project has by implicit usings, and what every test needs.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Keyfold;
        """;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions CompilationOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileNameWithoutExtension(path) is "netstandard" or "mscorlib" or "Keyfold" or "Keyfold.Core" or "Keyfold.Engine")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static SyntaxTree UsingsTree { get; } = Parse(Usings, "Usings.cs");

    public static SyntaxTree Parse(string source, string path = "Test.cs") =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path, cancellationToken: CancellationToken.None);

    /// <summary>Every compilation begins with this one, so that what is read of the references is read once in a test run.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Test", [UsingsTree], References, CompilationOptions);

    public static CSharpCompilation Compile(params SyntaxTree[] trees) => Empty.AddSyntaxTrees(trees);

    public static CSharpCompilation Compile(string source) => Compile(Parse(source));

    /// <summary>Finds a type of the test's source by its metadata name.</summary>
    public static INamedTypeSymbol Type(this Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName(name) ?? throw new ArgumentException($"The source has no type {name}.", nameof(name));
}
