using System.Collections.Immutable;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Resources;

/// <summary>Keeps the tags of tables and streams.</summary>
internal static class Tags
{
    public static Sequence<ResourceTag> List(EngineState engine, in string arn) => ToSequence(ResourceNames.Read(engine, arn));

    public static Sequence<ResourceTag> Add(EngineState engine, in (string Arn, Sequence<ResourceTag> Tags) request) =>
        ToSequence(ResourceNames.Change(engine, request.Arn, Add, request.Tags));

    public static Sequence<ResourceTag> Remove(EngineState engine, in (string Arn, Sequence<string> Keys) request) => ToSequence(ResourceNames.Change(
        engine, request.Arn, static (state, keys) => state with { Tags = state.Tags.RemoveRange(keys) }, request.Keys));

    private static ResourceState Add(ResourceState state, Sequence<ResourceTag> added)
    {
        ImmutableSortedDictionary<string, string> tags = state.Tags.SetItems(added.Select(tag => KeyValuePair.Create(tag.Key, tag.Value)));
        return tags.Count <= Limits.TagsMax ? state with { Tags = tags } : throw StorageErrors.TagsTooMany();
    }

    private static Sequence<ResourceTag> ToSequence(ResourceState state) => Sequence.From(state.Tags.Select(tag => new ResourceTag(tag.Key, tag.Value)));
}
