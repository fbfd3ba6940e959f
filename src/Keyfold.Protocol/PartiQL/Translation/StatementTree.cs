using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Syntax;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>A statement with its parameters, as the trees that backends take.</summary>
/// <param name="TableName">The table.</param>
internal abstract record StatementTree(string TableName);

/// <summary>A read.</summary>
/// <param name="TableName">The table.</param>
/// <param name="IndexName">The index, or null.</param>
/// <param name="Projection">The paths to return, or null for whole items.</param>
/// <param name="Where">The condition, or null.</param>
/// <param name="Order">The attributes of ORDER BY.</param>
internal sealed record SelectTree(string TableName, string? IndexName, ProjectionExpression? Projection, Condition? Where, Sequence<OrderSyntax> Order)
    : StatementTree(TableName);

/// <summary>A put of an item that must not exist yet.</summary>
internal sealed record InsertTree(string TableName, Item Item) : StatementTree(TableName);

/// <summary>An update of an item that must exist.</summary>
internal sealed record UpdateTree(string TableName, UpdateExpression Update, Condition? Where, ReturnValues Returning) : StatementTree(TableName);

/// <summary>A delete.</summary>
internal sealed record DeleteTree(string TableName, Condition? Where, ReturnValues Returning) : StatementTree(TableName);

/// <summary>A condition check of a transaction.</summary>
internal sealed record ExistsTree(SelectTree Select) : StatementTree(Select.TableName);
