using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Keyfold.Items;

namespace Keyfold.Mapping;

/// <summary>What generated code calls when it reads an item that may not fit its type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Reading
{
    /// <summary>Refuses an item without an attribute that the type needs.</summary>
    [DoesNotReturn]
    public static void Missing(string attribute)
    {
        var fault = new MappingFault("is not in the item, but required. Give the property a default, or make it nullable, if older items lack it.");
        MappingPath.Add(fault, attribute);
        throw fault;
    }

    /// <summary>Takes the type attribute and refuses an item of another entity.</summary>
    public static void CheckType<TReader>(ref TReader reader, scoped ReadOnlySpan<byte> utf8EntityName)
        where TReader : struct, IItemReader, allows ref struct
    {
        if (!reader.TryGetUtf8(out ReadOnlySpan<byte> found) || !found.SequenceEqual(utf8EntityName))
        {
            WrongType(found);
        }
    }

    [DoesNotReturn]
    private static void WrongType(ReadOnlySpan<byte> found) =>
        throw new MappingFault($"says that the item is of the entity \"{Encoding.UTF8.GetString(found)}\".");
}
