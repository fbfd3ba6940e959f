using System.Text;
using Keyfold.Keys;
using Keyfold.Templates;

namespace Keyfold.Tests.Keys;

/// <summary>The text that parts make, for tests of single parts.</summary>
internal static class KeyText
{
    /// <summary>The part in the template <c>K#{Value}</c>, or, with something behind it, <c>K#{Value}#Z</c>.</summary>
    public static KeyPart<T> InTemplate<T>(KeyPart<T> part, string? behind = null)
    {
        if (behind is null)
        {
            _ = new KeyTemplate("Thing", "PK", KeyRole.Partition, "K#", part);
        }
        else
        {
            _ = new KeyTemplate("Thing", "PK", KeyRole.Partition, "K#", part, behind);
        }

        return part;
    }

    public static string Of<T>(KeyPart<T> part, T value)
    {
        var key = new KeyWriter([]);
        key.Partition();
        part.Append(ref key, value);
        string text = Encoding.UTF8.GetString(key.PartitionBytes);
        key.Dispose();
        return text;
    }
}
