using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// Checks that a table's class leaves room for what is generated into it: its base class, which an analyzer sees and the generator does not yet, and three
/// constructors.
/// </summary>
internal static class TableClass
{
    /// <summary>Whether a part could be added. A constructor that is there twice does not prevent that.</summary>
    public static bool IsPlain(INamedTypeSymbol type, Findings findings)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors.Where(constructor => IsGenerated(constructor.Parameters) && IsWritten(constructor)))
        {
            string written = constructor.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            findings.Add(Diagnostics.TableClass, new Place(type), type.Name, $"has the constructor '{written}'");
        }

        string? other = type switch
        {
            { IsRecord: true } => "is a record",
            { BaseType: { SpecialType: SpecialType.None } baseType } when !Annotations.IsKeyfold(baseType, KnownNames.TableBase) =>
                $"derives from '{Names.ShortName(baseType)}'",
            _ => null,
        };
        if (other is not null)
        {
            findings.Add(Diagnostics.TableClass, new Place(type), type.Name, other);
        }

        return other is null;
    }

    private static bool IsGenerated(IReadOnlyList<IParameterSymbol> parameters) =>
        string.Join(",", parameters.Select(parameter => parameter.Type.Name)) is "" or "IStorageBackend,TableOptions" or "TableConnection";

    private static bool IsWritten(IMethodSymbol constructor) => !constructor.IsImplicitlyDeclared && GeneratedNames.IsWritten(constructor);
}
