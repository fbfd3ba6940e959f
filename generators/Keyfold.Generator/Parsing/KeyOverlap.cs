using Keyfold.Generator.Model;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// Decides whether two key templates can make one text. Each template is an automaton, a character or a run of characters of a class for each step; the
/// two share a text if both can reach their ends together. Classes are a little wider than the values, so that "no" is certain.
/// </summary>
internal static class KeyOverlap
{
    public static bool CanBeEqual(KeyAttributeModel left, KeyAttributeModel right)
    {
        if (left.IsPlain || right.IsPlain)
        {
            return left.Type == right.Type;
        }

        List<Step> first = Steps(left);
        List<Step> second = Steps(right);
        var reached = new bool[first.Count + 1, second.Count + 1];
        var pending = new Stack<(int First, int Second)>();
        pending.Push((0, 0));
        while (pending.Count > 0)
        {
            (int i, int j) = pending.Pop();
            if (reached[i, j])
            {
                continue;
            }

            reached[i, j] = true;
            Step? a = i < first.Count ? first[i] : null;
            Step? b = j < second.Count ? second[j] : null;
            if (a is { Repeats: true })
            {
                pending.Push((i + 1, j));
            }

            if (b is { Repeats: true })
            {
                pending.Push((i, j + 1));
            }

            if (a is not null && b is not null && a.Characters.Intersects(b.Characters))
            {
                pending.Push((a.Repeats ? i : i + 1, b.Repeats ? j : j + 1));
            }
        }

        return reached[first.Count, second.Count];
    }

    private static List<Step> Steps(KeyAttributeModel key) =>
    [
        .. key.Segments.SelectMany(segment => segment.Part is { } part
            ? [new Step(Characters(part), Repeats: true)]
            : segment.Text!.Select(c => new Step(new CharacterClass(c.ToString(), IsComplement: false), Repeats: false))),
    ];

    private static CharacterClass Characters(KeyPartModel part) => part.Encoding switch
    {
        KeyPartEncoding.Number or KeyPartEncoding.PaddedNumber => new CharacterClass("0123456789+-.E", IsComplement: false),
        KeyPartEncoding.Guid => new CharacterClass("0123456789abcdef-", IsComplement: false),
        KeyPartEncoding.Boolean => new CharacterClass("truefals", IsComplement: false),
        KeyPartEncoding.Time => new CharacterClass("0123456789:.-TZ" + part.Format, IsComplement: false),
        KeyPartEncoding.EnumName => new CharacterClass(string.Concat(part.Value.Stored.Enum!.Members.Select(member => member.Name)), IsComplement: false),
        _ => new CharacterClass(part.Separator?.ToString() ?? "", IsComplement: true),
    };

    private sealed record Step(CharacterClass Characters, bool Repeats);

    /// <summary>A set of characters, or all but those.</summary>
    private sealed record CharacterClass(string Characters, bool IsComplement)
    {
        public bool Intersects(CharacterClass other) => (IsComplement, other.IsComplement) switch
        {
            (true, true) => true,
            (true, false) => other.Characters.Any(c => !Characters.Contains(c)),
            (false, true) => Characters.Any(c => !other.Characters.Contains(c)),
            (false, false) => Characters.Any(c => other.Characters.Contains(c)),
        };
    }
}
