using System.Reflection;

namespace Keyfold.Specification.Tests;

/// <summary>
/// Every backend runs every suite: a suite that one of them does not inherit is a behaviour nobody checks there. A fixture made from a backend's fixture varies
/// it, and runs the suites that this may matter to.
/// </summary>
public sealed class Compliance
{
    public static TheoryData<Type> Backends { get; } = new(
        from type in typeof(Compliance).Assembly.GetTypes()
        where type.BaseType == typeof(BackendFixture)
        select type);

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_backend_inherits_every_suite(Type fixture)
    {
        IEnumerable<string> inherited =
            from type in typeof(Compliance).Assembly.GetTypes()
            where type.IsSealed && type.IsSubclassOf(typeof(StorageSpecification))
            where type.GetConstructors().Single().GetParameters().Single().ParameterType == fixture
            select type.BaseType!.Name;
        Assert.Equal(Suites().Select(suite => suite.Name).Order(StringComparer.Ordinal), inherited.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_suites_and_backends()
    {
        Assert.True(Suites().Count() >= 20, "Suites are found by their facts and theories.");
        Assert.NotEmpty(Backends);
    }

    private static IEnumerable<Type> Suites() =>
        from type in typeof(StorageSpecification).Assembly.GetTypes()
        where type.IsAbstract && type.IsSubclassOf(typeof(StorageSpecification))
        where type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(method => method.IsDefined(typeof(FactAttribute)))
        select type;
}
