using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace Keyfold.Mapping;

/// <summary>
/// Notes on an exception where in an item it happened. The methods stand in exception filters (<c>catch (Exception error) when (MappingPath.Add(error,
/// name))</c>): they run before the stack unwinds, innermost first, and cost nothing while nothing is wrong. Only reading needs them: a writer knows its place.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MappingPath
{
    private const string Key = "Keyfold.Path";

    /// <summary>Puts a name before the path. Always false, so that the exception goes on.</summary>
    public static bool Add(Exception error, scoped ReadOnlySpan<byte> utf8Name) => Add(error, Encoding.UTF8.GetString(utf8Name));

    /// <summary>Puts a name before the path. Always false, so that the exception goes on.</summary>
    public static bool Add(Exception error, string name)
    {
        string path = Of(error);
        error.Data[Key] = path.Length == 0 ? name : path[0] == '[' ? name + path : $"{name}.{path}";
        return false;
    }

    /// <summary>Puts a list's index before the path. Always false, so that the exception goes on.</summary>
    public static bool Add(Exception error, int index)
    {
        string path = Of(error);
        string element = string.Create(CultureInfo.InvariantCulture, $"[{index}]");
        error.Data[Key] = path.Length == 0 || path[0] == '[' ? element + path : $"{element}.{path}";
        return false;
    }

    /// <summary>Notes the place of a writer. Always true.</summary>
    internal static bool AddOfWriter(Exception error, string path)
    {
        error.Data[Key] = path;
        return true;
    }

    internal static string Of(Exception error) => error.Data[Key] as string ?? "";
}
