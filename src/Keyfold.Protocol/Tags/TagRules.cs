using Keyfold.Storage;

namespace Keyfold.Protocol.Tags;

/// <summary>What TagResource and CreateTable demand of tags.</summary>
internal static class TagRules
{
    private const string ReservedPrefix = "aws:";

    /// <summary>The tags, if each can be one.</summary>
    public static Sequence<ResourceTag> Build(List<TagMembers> tags)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (TagMembers tag in tags)
        {
            CheckKey(tag.Key);
            if (tag.Value is null || CountOf(tag.Value) > Limits.TagValueCharactersMax || !tag.Value.All(IsAllowed))
            {
                throw StorageErrors.Validation($"The Tag Value provided is invalid, Value: {tag.Value ?? "null"}");
            }

            if (!keys.Add(tag.Key!))
            {
                throw StorageErrors.Validation($"Duplicate Tag Keys provided as input: Duplicate Tag Key found {tag.Key}");
            }
        }

        return tags.Count <= Limits.TagsMax ? Sequence.From(tags.Select(tag => new ResourceTag(tag.Key!, tag.Value!))) : throw StorageErrors.TagsTooMany();
    }

    /// <summary>Checks a key.</summary>
    public static void CheckKey(string? key)
    {
        if (string.IsNullOrEmpty(key) || CountOf(key) > Limits.TagKeyCharactersMax || !key.All(IsAllowed))
        {
            throw StorageErrors.Validation($"The Tag Key provided is invalid, Key: {key ?? "null"}");
        }

        if (key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase))
        {
            throw StorageErrors.Validation($"Tag Key cannot be prefixed with aws:, Key: {key}");
        }
    }

    // code points, not code units
    private static int CountOf(string text) => text.EnumerateRunes().Count();

    private static bool IsAllowed(char character) =>
        char.IsLetterOrDigit(character) || char.IsWhiteSpace(character) || char.IsSurrogate(character)
            || "+-=._:/@".Contains(character, StringComparison.Ordinal);
}
