using Keyfold.Expressions;
using Keyfold.Protocol.PartiQL.Syntax;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>Makes projection trees of select lists.</summary>
internal static class ProjectionTranslator
{
    /// <summary>The projection that a list says; null for a star.</summary>
    /// <exception cref="Storage.StorageException">It holds something else than paths, or two that would have one name in the result.</exception>
    public static ProjectionExpression? Translate(Sequence<Node> projection)
    {
        Sequence<DocumentPath> paths = Sequence.From(projection.Select(PathOf));
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (DocumentPath path in paths)
        {
            if (!names.Add(NameOf(path)))
            {
                throw StatementErrors.ProjectedTwice(NameOf(path));
            }
        }

        return paths.Count == 0 ? null : new ProjectionExpression(paths);
    }

    /// <summary>What a path's value is called in the result: its last name, with the list indexes behind it.</summary>
    public static string NameOf(DocumentPath path)
    {
        ReadOnlySpan<PathElement> elements = path.Elements.AsSpan();
        int first = elements.Length - 1;
        while (!elements[first].IsMember)
        {
            first--;
        }

        return string.Concat(elements[first..].ToArray());
    }

    private static DocumentPath PathOf(Node node) => node switch
    {
        PathNode path => path.Path,
        WildcardNode => throw StatementErrors.ProjectionStar(),
        _ => throw StatementErrors.UnexpectedPathComponent(node.At.Place),
    };
}
