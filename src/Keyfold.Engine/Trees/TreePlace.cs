using System.Runtime.CompilerServices;

namespace Keyfold.Engine.Trees;

/// <summary>
/// Where an item stands in a tree: the child taken in each branch, then the entry of the leaf. It means something in that tree only, not in later ones. Ten levels of
/// branches, as in a <see cref="TreeCursor"/>, and a leaf; none is wider than a byte counts.
/// </summary>
[InlineArray(11)]
internal struct TreePlace
{
    private byte _first;
}
