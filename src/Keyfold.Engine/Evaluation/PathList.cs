using Keyfold.Expressions;

namespace Keyfold.Engine.Evaluation;

/// <summary>The paths of a projection, or those that an update changes. They are disjoint: the rules on expressions see to it.</summary>
internal interface IPathList
{
    /// <summary>The number of paths.</summary>
    int Count { get; }

    /// <summary>A path in the order of the expression.</summary>
    DocumentPath this[int index] { get; }
}

/// <summary>The paths of a projection.</summary>
internal readonly struct ProjectedPaths(ProjectionExpression projection) : IPathList
{
    public int Count => projection.Paths.Count;

    public DocumentPath this[int index] => projection.Paths[index];
}

/// <summary>The paths that an update changes.</summary>
internal readonly struct UpdatedPaths(UpdateExpression update) : IPathList
{
    public int Count => update.Actions.Count;

    public DocumentPath this[int index] => update.Actions[index].Path;
}
