using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// Decides how an object is made from an item: by which constructor, and how each property gets its value. The code stands inside of the type, so
/// that private constructors and setters count.
/// </summary>
internal sealed class ConstructionParser(
    INamedTypeSymbol type, IReadOnlyList<StoredProperty> properties, Findings findings, CancellationToken cancellationToken)
{
    /// <summary>The constructor with the fewest parameters of those that leave no property unset; otherwise the one that leaves the fewest.</summary>
    public Construction Parse()
    {
        Candidate? best = type.InstanceConstructors
            .Where(constructor => !IsCopyConstructor(constructor))
            .Select(Match)
            .Where(candidate => candidate is not null)
            .OrderBy(candidate => candidate!.Unset.Count)
            .ThenBy(candidate => candidate!.Arguments.Count)
            .FirstOrDefault();
        if (best is null)
        {
            // Without a value for a property that was refused no constructor can fit, which is not another mistake.
            if (!type.IsAbstract && !type.IsStatic && !PropertyParser.HasRefused(type, properties))
            {
                findings.Add(Diagnostics.NoConstructor, new Place(type), type.Name);
            }

            return new Construction([], [.. properties.Select(property => ParseProperty(property, construction: null, runsCode: false, setsRequired: false))]);
        }

        foreach (StoredProperty property in best.Unset)
        {
            findings.Add(Diagnostics.CannotBeSet, new Place(property.Symbol), type.Name, property.Symbol.Name, Names.Parameter(property.Symbol.Name));
        }

        bool runsCode = RunsUserCode(best.Constructor);
        bool setsRequired = best.Constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
        return new Construction(
            [.. best.Arguments.Select(argument => new ConstructorParameterModel(Escape(argument.Parameter.Name), argument.Property.Symbol.Name))],
            [.. properties.Select(property => ParseProperty(property, best, runsCode, setsRequired))]);
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor is { ContainingType.IsRecord: true, Parameters: [var only] }
            && SymbolEqualityComparer.Default.Equals(only.Type, constructor.ContainingType);

    private Candidate? Match(IMethodSymbol constructor)
    {
        var arguments = new List<Argument>();
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            StoredProperty? property = properties.FirstOrDefault(property =>
                string.Equals(property.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(property.Symbol.Type, parameter.Type));
            if (property is not null)
            {
                arguments.Add(new Argument(parameter, property));
            }
            else if (!parameter.IsOptional)
            {
                return null;
            }
        }

        List<StoredProperty> unset = [.. properties.Where(property => !CanSet(property.Symbol) && !arguments.Any(argument => argument.Property == property))];
        return new Candidate(constructor, arguments, unset);
    }

    private bool CanSet(IPropertySymbol property) =>
        property.SetMethod is { } setter
        && (SymbolEqualityComparer.Default.Equals(setter.ContainingType, type)
            || (setter.DeclaredAccessibility is not Accessibility.Private
                && (setter.DeclaredAccessibility is not (Accessibility.Internal or Accessibility.ProtectedAndInternal)
                    || SymbolEqualityComparer.Default.Equals(setter.ContainingAssembly, type.ContainingAssembly))));

    private PropertyModel ParseProperty(StoredProperty property, Candidate? construction, bool runsCode, bool setsRequired)
    {
        Argument? argument = construction?.Arguments.FirstOrDefault(argument => argument.Property == property);
        if (argument is not null && !CanSet(property.Symbol))
        {
            CheckIsNotChanged(property);
        }

        InitialValue initial = runsCode && argument is null ? InitialValue.Unknown : FindInitialValue(property.Symbol);
        bool mustInitialize = property.Symbol.IsRequired && !setsRequired;
        PropertySetter setter = (argument, mustInitialize) switch
        {
            (not null, true) => PropertySetter.ConstructorAndInitializer,
            (not null, false) => PropertySetter.Constructor,
            (null, true) => PropertySetter.Initializer,
            _ when property.Value.IsNullable || IsEmptyWhenAbsent(property) || initial is InitialValue.None or InitialValue.NullForgiven =>
                PropertySetter.Initializer,
            _ when property.Symbol.SetMethod?.IsInitOnly == true => PropertySetter.InitAccessor,
            _ => PropertySetter.Assignment,
        };
        bool isRequired = !property.Value.IsNullable && !IsEmptyWhenAbsent(property) && (argument, mustInitialize) switch
        {
            (not null, _) => !argument.Parameter.HasExplicitDefaultValue,
            (null, true) => true,
            _ => !property.Value.IsValueType && setter == PropertySetter.Initializer,
        };
        return new PropertyModel(
            property.Symbol.Name,
            property.Attribute,
            property.Value,
            setter,
            isRequired,
            Names.FullName(property.Symbol.ContainingType),
            argument is { Parameter.HasExplicitDefaultValue: true } ? Literal(argument.Parameter) : null,
            property.Role,
            property.RoundsUp,
            property.Symbol.DeclaredAccessibility == Accessibility.Public,
            property.Symbol.SetMethod?.IsInitOnly == true);
    }

    /// <summary>What a put changes is set again in a copy of the entity, which no constructor does.</summary>
    private void CheckIsNotChanged(StoredProperty property)
    {
        if (property.Role == PropertyRole.Version)
        {
            findings.Add(Diagnostics.VersionCannotBeSet, new Place(property.Symbol, property.Symbol.Find(KnownNames.Version)), type.Name, property.Symbol.Name);
        }
        else if (property.RoundsUp)
        {
            findings.Add(
                Diagnostics.TimeToLiveCannotBeSet, new Place(property.Symbol, property.Symbol.Find(KnownNames.TimeToLive)), type.Name, property.Symbol.Name);
        }
    }

    /// <summary>Whether an item without the attribute has an empty set: DynamoDB has no empty ones, so that they are left out.</summary>
    private static bool IsEmptyWhenAbsent(StoredProperty property) => property.Value is { Kind: ValueKind.Set, IsNullable: false };

    /// <summary>Whether a constructor's body, or that of a base class, may give properties their initial values.</summary>
    private bool RunsUserCode(IMethodSymbol constructor)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.InstanceConstructors.Any(HasBody))
            {
                return true;
            }
        }

        return HasBody(constructor);
    }

    private bool HasBody(IMethodSymbol constructor) =>
        !constructor.IsImplicitlyDeclared
        && !constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax)
        && !IsCopyConstructor(constructor);

    private InitialValue FindInitialValue(IPropertySymbol property)
    {
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellationToken))
            {
                case ParameterSyntax:
                    return InitialValue.None;
                case PropertyDeclarationSyntax { Initializer.Value: PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax literal } }
                    when literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression):
                    return InitialValue.NullForgiven;
                case PropertyDeclarationSyntax { Initializer: null, AccessorList.Accessors: var accessors } when accessors.All(IsAutomatic):
                    return InitialValue.None;
                default:
                    return InitialValue.Unknown;
            }
        }

        return InitialValue.Unknown;
    }

    private static bool IsAutomatic(AccessorDeclarationSyntax accessor) => accessor is { Body: null, ExpressionBody: null };

    private static string Literal(IParameterSymbol parameter) => parameter.ExplicitDefaultValue switch
    {
        null => "default",
        var value when parameter.Type.TypeKind == TypeKind.Enum || parameter.Type is INamedTypeSymbol { TypeArguments: [{ TypeKind: TypeKind.Enum }] } =>
            $"({Names.FullName(parameter.Type)})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
        decimal value => value.ToString(System.Globalization.CultureInfo.InvariantCulture) + "m",
        float value => $"(float){SymbolDisplay.FormatPrimitive((double)value, quoteStrings: true, useHexadecimalNumbers: false)}",
        var value => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private enum InitialValue
    {
        None,
        NullForgiven,
        Unknown,
    }

    private sealed record Argument(IParameterSymbol Parameter, StoredProperty Property);

    private sealed record Candidate(IMethodSymbol Constructor, IReadOnlyList<Argument> Arguments, IReadOnlyList<StoredProperty> Unset);
}

/// <summary>The constructor's parameters and the properties, each with the way it gets its value.</summary>
internal sealed record Construction(IReadOnlyList<ConstructorParameterModel> Parameters, IReadOnlyList<PropertyModel> Properties);
