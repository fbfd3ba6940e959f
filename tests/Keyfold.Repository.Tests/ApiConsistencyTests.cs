using System.ComponentModel;
using System.Reflection;
using Keyfold.Engine;
using Keyfold.Resilience;
using Keyfold.Storage;

namespace Keyfold.Repository.Tests;

/// <summary>Taste that a machine can check, over every public type.</summary>
public sealed class ApiConsistencyTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(IStorageBackend).Assembly, typeof(EmbeddedEngine).Assembly, typeof(TableAttribute).Assembly, typeof(ResilientBackend).Assembly,
        typeof(Keyfold.Protocol.DynamoDbProtocol).Assembly, typeof(Keyfold.Server.KeyfoldServer).Assembly,
    ];

    // what only generated code calls is judged with the generated code
    private static readonly Type[] Types = [.. Assemblies
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never)];

    // generated queries add their sort key's ranges to it
    private static readonly Type[] BasesOfGeneratedCode = [typeof(Query<,>)];

    [Fact]
    public void What_returns_a_task_ends_in_Async() =>
        Assert.Empty(Methods().Where(ReturnsTask).Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Name));

    [Fact]
    public void A_cancellation_token_comes_last_and_may_be_left_out()
    {
        foreach (MethodInfo method in Methods())
        {
            ParameterInfo[] parameters = method.GetParameters();
            int at = Array.FindIndex(parameters, parameter => parameter.ParameterType == typeof(CancellationToken));
            Assert.True(at < 0 || method.Name == "WithCancellation" || (at == parameters.Length - 1 && (parameters[at].HasDefaultValue || method.IsVirtual)), Name(method));
        }
    }

    [Fact]
    public void What_does_work_later_takes_a_cancellation_token() =>
        Assert.Empty(Methods().Where(ReturnsTask)
            .Where(method => method.Name != "DisposeAsync" && method.Name != "MoveNextAsync")
            .Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(CancellationToken)))
            .Select(Name));

    [Fact]
    public void A_class_is_sealed_static_abstract_or_a_base_of_generated_code() =>
        Assert.Empty(Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !BasesOfGeneratedCode.Contains(type)).Select(type => type.FullName));

    [Fact]
    public void There_are_no_public_fields_but_constants() =>
        Assert.Empty(Types.Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => field is { IsLiteral: false, IsInitOnly: false })
            .Select(field => $"{field.DeclaringType}.{field.Name}"));

    private static IEnumerable<MethodInfo> Methods() =>
        Types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName);

    private static bool ReturnsTask(MethodInfo method)
    {
        Type type = method.ReturnType;
        return type == typeof(Task) || type == typeof(ValueTask)
            || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType}.{method.Name}";
}
