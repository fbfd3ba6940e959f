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
        List<DocumentPath> paths = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Node node in projection)
        {
            DocumentPath path = PathOf(node);
            string name = NameOf(path);
            if (!names.Add(name))
            {
                throw StatementErrors.ProjectedTwice(name);
            }

            paths.Add(path);
        }

        return paths.Count == 0 ? null : new ProjectionExpression(Sequence.From(paths));
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
