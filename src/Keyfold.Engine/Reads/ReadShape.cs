using Keyfold.Engine.Indexes;
using Keyfold.Engine.Operations;
using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Reads;

/// <summary>What a Query or Scan returns of each entry, checked.</summary>
/// <param name="CountsOnly">Whether it returns no items, only their number.</param>
/// <param name="Fetches">Whether it wants more than a local index keeps, so that each item is read from the table too.</param>
/// <param name="Projection">The parts to return, or null for all that the source has.</param>
/// <param name="Filter">Which entries to return, or null for all.</param>
internal readonly record struct ReadShape(bool CountsOnly, bool Fetches, ProjectionExpression? Projection, Condition? Filter)
{
    /// <summary>Checks what needs no table.</summary>
    public static void CheckSelect(Select select, ProjectionExpression? projection, bool hasIndex)
    {
        if (projection is not null)
        {
            switch (select)
            {
                case Select.AllAttributes:
                    throw StorageErrors.ProjectionWithSelect("ALL_ATTRIBUTES");
                case Select.AllProjectedAttributes:
                    throw StorageErrors.ProjectionWithSelect("ALL_PROJECTED_ATTRIBUTES");
                case Select.Count:
                    throw StorageErrors.ProjectionWithSelect("only the Count");
                default:
                    break;
            }
        }
        else if (select == Select.SpecificAttributes)
        {
            throw StorageErrors.SpecificAttributesWithoutProjection();
        }

        if (select == Select.AllProjectedAttributes && !hasIndex)
        {
            throw StorageErrors.ProjectedAttributesWithoutIndex();
        }
    }

    /// <summary>Requires that no path leads into a key attribute, which comes before what else a source may demand.</summary>
    public static void CheckPaths(ReadSource source, ProjectionExpression? projection, Condition? filter)
    {
        RequestExpressions.CheckKeys(projection, source.Table.Schema);
        RequestExpressions.CheckKeys(filter, source.Table.Schema);
    }

    /// <summary>Fits a request to its source: a global index gives only what it keeps, a local one has its table beside it.</summary>
    public static ReadShape Of(ReadSource source, Select select, ProjectionExpression? projection, Condition? filter)
    {
        if (source.IsGlobal)
        {
            CheckGlobal(source, select, projection);
        }

        bool fetches = source.Index is { IsLocal: true, Projection.HasAll: false }
            && (select == Select.AllAttributes || Missing(source, projection).Count > 0);
        return new ReadShape(select == Select.Count, fetches, projection, filter);
    }

    /// <summary>Requires that the index has what a Query's filter names: also a local one, which fetches for a projection but not for a filter.</summary>
    public static void CheckFilter(ReadSource source, Condition filter)
    {
        List<string> missing = source.Index is null ? [] : Missing(source, filter);
        if (missing.Count > 0)
        {
            throw StorageErrors.IndexDoesNotProjectFilter(source.Index!.Name, string.Join(", ", missing));
        }
    }

    private static void CheckGlobal(ReadSource source, Select select, ProjectionExpression? projection)
    {
        if (select == Select.AllAttributes && source.Index!.Definition.Projection.Type != ProjectionType.All)
        {
            throw StorageErrors.IndexDoesNotProjectAll(source.Index.Name);
        }

        List<string> missing = Missing(source, projection);
        if (missing.Count > 0)
        {
            throw StorageErrors.IndexDoesNotProject(source.Index!.Name, string.Join(", ", missing));
        }
    }

    private static List<string> Missing(ReadSource source, ProjectionExpression? projection)
    {
        MissingAttributes missing = new(source.Index!);
        foreach (DocumentPath path in projection?.Paths ?? [])
        {
            missing.Visit(path);
        }

        return missing.Names;
    }

    private static List<string> Missing(ReadSource source, Condition filter)
    {
        MissingAttributes missing = new(source.Index!);
        ExpressionPaths.Visit(filter, ref missing);
        return missing.Names;
    }

    /// <summary>Collects the attributes that an index does not have.</summary>
    private readonly struct MissingAttributes(TableIndex index) : IPathVisitor
    {
        public List<string> Names { get; } = [];

        public void Visit(DocumentPath path)
        {
            if (!index.Projection.Has(path.AttributeName) && !Names.Contains(path.AttributeName))
            {
                Names.Add(path.AttributeName);
            }
        }
    }
}
