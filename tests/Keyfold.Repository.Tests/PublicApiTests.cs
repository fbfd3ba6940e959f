using System.Reflection;
using System.Text;
using Keyfold.Engine;
using Keyfold.Resilience;
using Keyfold.Storage;

namespace Keyfold.Repository.Tests;

/// <summary>
/// The public surface, written down. A difference is a decision: look at it, then rewrite the file with
/// <c>UPDATE_GOLDEN=1 dotnet test tests/Keyfold.Repository.Tests</c>.
/// </summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => [.. Surfaces.Keys];

    private static readonly Dictionary<string, Assembly> Surfaces = new(StringComparer.Ordinal)
    {
        ["Keyfold.Core"] = typeof(IStorageBackend).Assembly,
        ["Keyfold.Engine"] = typeof(EmbeddedEngine).Assembly,
        ["Keyfold"] = typeof(TableAttribute).Assembly,
        ["Keyfold.Aws"] = typeof(Keyfold.Aws.DynamoDbBackend).Assembly,
        ["Keyfold.Protocol"] = typeof(Keyfold.Protocol.DynamoDbProtocol).Assembly,
        ["Keyfold.Server"] = typeof(Keyfold.Server.KeyfoldServer).Assembly,
        ["Keyfold.Resilience"] = typeof(ResilientBackend).Assembly,
    };

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_surface_is_as_approved(string assembly)
    {
        string path = Path.Combine(Repository.Root, "tests/Keyfold.Repository.Tests/PublicApi", assembly + ".txt");
        string actual = Describe(Surfaces[assembly]);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Describe(Assembly assembly)
    {
        StringBuilder text = new();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            foreach (string member in type
                .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is not MethodBase { IsSpecialName: true, IsConstructor: false } and not Type)
                .Where(member => !member.Name.Contains('<', StringComparison.Ordinal))
                .Select(member => $"    {member.MemberType}: {member}")
                .Order(StringComparer.Ordinal))
            {
                text.Append(member).Append('\n');
            }
        }

        return text.ToString();
    }
}
