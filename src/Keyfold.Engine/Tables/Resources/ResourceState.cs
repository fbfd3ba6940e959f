using System.Collections.Immutable;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Resources;

/// <summary>What is attached to a table or stream.</summary>
internal sealed record ResourceState
{
    public static ResourceState Empty { get; } = new();

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ResourcePolicy? Policy { get; init; }
}
