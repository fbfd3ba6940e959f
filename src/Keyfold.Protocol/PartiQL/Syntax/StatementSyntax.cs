namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>A statement as it is written.</summary>
/// <param name="Source">The table or index it is about.</param>
internal abstract record StatementSyntax(SourceSyntax Source)
{
    /// <summary>The number of parameters that it needs.</summary>
    public int Parameters { get; init; }
}

/// <summary>A table or index.</summary>
/// <param name="Name">Its name: of a table a path of one step, of an index one of two.</param>
/// <param name="IsAliased">Whether another name is given to it or to a selected path, which DynamoDB does not take.</param>
internal sealed record SourceSyntax(Node Name, bool IsAliased);

/// <summary>SELECT.</summary>
/// <param name="Source">What is read.</param>
/// <param name="Projection">The selected paths, or nothing for a star.</param>
/// <param name="Where">The condition, or null.</param>
/// <param name="Order">The terms of ORDER BY.</param>
internal sealed record SelectSyntax(SourceSyntax Source, Sequence<Node> Projection, Node? Where, Sequence<OrderSyntax> Order) : StatementSyntax(Source);

/// <summary>A term of ORDER BY.</summary>
internal readonly record struct OrderSyntax(Node By, bool Descending);

/// <summary>INSERT.</summary>
internal sealed record InsertSyntax(SourceSyntax Source, Node Item) : StatementSyntax(Source);

/// <summary>UPDATE.</summary>
/// <param name="Source">The table.</param>
/// <param name="Changes">What SET and REMOVE say, in their order.</param>
/// <param name="Where">The condition, or null.</param>
/// <param name="Returning">What is returned, or null.</param>
internal sealed record UpdateSyntax(SourceSyntax Source, Sequence<ChangeSyntax> Changes, Node? Where, ReturningSyntax? Returning) : StatementSyntax(Source);

/// <summary>One change of an UPDATE.</summary>
/// <param name="Target">What changes.</param>
/// <param name="Value">What it becomes, or null if it is removed.</param>
internal readonly record struct ChangeSyntax(PathNode Target, Node? Value);

/// <summary>DELETE.</summary>
internal sealed record DeleteSyntax(SourceSyntax Source, Node? Where, ReturningSyntax? Returning) : StatementSyntax(Source);

/// <summary>EXISTS(SELECT …), which transactions have.</summary>
internal sealed record ExistsSyntax(SelectSyntax Select) : StatementSyntax(Select.Source);

/// <summary><c>RETURNING (ALL | MODIFIED) (OLD | NEW) *</c>.</summary>
/// <param name="Modified">Whether it says MODIFIED.</param>
/// <param name="Old">Whether it says OLD.</param>
/// <param name="IsStar">Whether a star stands at the end; DynamoDB takes nothing else there.</param>
internal readonly record struct ReturningSyntax(bool Modified, bool Old, bool IsStar)
{
    /// <summary>The clause as it is written.</summary>
    public override string ToString() => $"RETURNING {(Modified ? "MODIFIED" : "ALL")} {(Old ? "OLD" : "NEW")} *";
}
