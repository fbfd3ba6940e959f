using System.Reflection;
using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Tests;

/// <summary>
/// The pipeline keeps models between compilations: a symbol in one would keep a whole compilation alive, and a member without equality would generate
/// everything again at each keystroke.
/// </summary>
public sealed class ModelShapeTests
{
    public static TheoryData<Type> Models => [.. typeof(Model.EntityModel).Assembly.GetTypes().Where(IsModel)];

    private static bool IsModel(Type type) => type is { Namespace: "Keyfold.Generator.Model", IsNested: false } and not { IsAbstract: true, IsSealed: true };

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_holds_nothing_but_values(Type model) => Assert.Empty(Faults(model));

    [Fact]
    public void A_model_that_holds_a_symbol_is_found() =>
        Assert.Equal(["HoldsSymbol.Symbol is ISymbol", "HoldsSymbol.Types is List`1"], Faults(typeof(HoldsSymbol)));

    [Fact]
    public void A_model_without_equality_is_found() => Assert.Equal(["HasNoEquality is compared by reference"], Faults(typeof(HasNoEquality)));

    private static IEnumerable<string> Faults(Type model)
    {
        if (!model.IsEnum && !typeof(IEquatable<>).MakeGenericType(model).IsAssignableFrom(model) && !model.IsGenericTypeDefinition)
        {
            yield return $"{model.Name} is compared by reference";
        }

        const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (FieldInfo field in model.IsEnum || model.IsGenericTypeDefinition ? [] : model.GetFields(Fields))
        {
            if (!IsValue(field.FieldType))
            {
                yield return $"{model.Name}.{field.Name.TrimStart('<').Split('>')[0]} is {field.FieldType.Name}";
            }
        }
    }

    private static bool IsValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum
            || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(char)
            || IsModel(type)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) && IsValue(type.GenericTypeArguments[0]));
    }

    private sealed record HoldsSymbol(string Name, ISymbol Symbol, List<string> Types);

    private sealed class HasNoEquality;
}
