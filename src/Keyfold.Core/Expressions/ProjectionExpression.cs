namespace Keyfold.Expressions;

/// <summary>
/// Which parts of an item a read returns. The result keeps the nesting of each path; list elements come packed in index order; a
/// path that does not resolve is left out; keys are not added. Paths must not overlap.
/// </summary>
/// <param name="Paths">At least one path.</param>
public sealed record ProjectionExpression(Sequence<DocumentPath> Paths);
