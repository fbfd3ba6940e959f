using System.Globalization;
using System.Reflection;

namespace Keyfold.Tests.Allocations;

/// <summary>The approved figures: <c>allocations.txt</c>, a line for each configuration and operation.</summary>
internal sealed class AllocationTable
{
    private static readonly string File = typeof(AllocationTable).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "AllocationTable").Value!;

    private readonly Dictionary<string, long> _bytes = new(StringComparer.Ordinal);

    /// <summary>Reads the figures of a configuration; first writes them when asked to.</summary>
    public static AllocationTable Read(string configuration, Dictionary<string, long> measured)
    {
        List<string> lines = [.. System.IO.File.ReadAllLines(File)];
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            lines.RemoveAll(line => line.StartsWith(configuration + "\t", StringComparison.Ordinal));
            lines.AddRange(measured.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{configuration}\t{figure.Key}\t{figure.Value}")));
            System.IO.File.WriteAllText(File, string.Join('\n', lines) + "\n");
        }

        AllocationTable table = new();
        foreach (string[] fields in lines.Select(line => line.Split('\t')).Where(fields => fields[0] == configuration))
        {
            table._bytes.Add(fields[1], long.Parse(fields[2], CultureInfo.InvariantCulture));
        }

        return table;
    }

    /// <summary>The approved bytes of an operation.</summary>
    public long BytesOf(string operation) =>
        _bytes.TryGetValue(operation, out long bytes) ? bytes : throw new InvalidDataException($"{File} has no figure for '{operation}'.");
}
