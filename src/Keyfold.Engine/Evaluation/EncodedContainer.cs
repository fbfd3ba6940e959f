using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>What DynamoDB's size counts for lists and maps, and where their content is.</summary>
internal static class EncodedContainer
{
    /// <summary>What a list or map counts beside its content, in bytes.</summary>
    public const int OwnSize = 3;

    /// <summary>What each element or attribute counts beside name and value, in bytes: nothing in the item itself.</summary>
    /// <param name="level">The level of the list or map; 1 is the item.</param>
    public static int MemberSize(int level) => level == 1 ? 0 : 1;

    /// <summary>The elements, attributes or members of a list, map or set.</summary>
    public static ReadOnlySpan<byte> Content(EncodedValue container) => container.Bytes[(1 + BinaryItemFormat.ContainerHeaderLength)..];
}
