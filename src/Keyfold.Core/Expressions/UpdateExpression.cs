using Keyfold.Items;

namespace Keyfold.Expressions;

/// <summary>
/// What an UpdateItem changes. Every right-hand side reads the item as it was before the update, so the order of the actions does
/// not matter; two paths of one expression must not overlap. See "Update expressions" in DynamoDB's developer guide.
/// </summary>
/// <param name="Actions">The changes.</param>
public sealed record UpdateExpression(Sequence<UpdateAction> Actions);

/// <summary>One change of an update expression.</summary>
/// <param name="Path">What changes.</param>
public abstract record UpdateAction(DocumentPath Path);

/// <summary><c>SET path = value</c>. The parent must exist; past the end of a list it appends.</summary>
public sealed record SetAction(DocumentPath Path, UpdateOperand Value) : UpdateAction(Path);

/// <summary><c>REMOVE path</c>: the attribute, map member or list element goes; a missing one is no error.</summary>
public sealed record RemoveAction(DocumentPath Path) : UpdateAction(Path);

/// <summary><c>ADD path value</c>: adds a number (a missing one counts as 0) or the members of a set.</summary>
public sealed record AddAction(DocumentPath Path, AttributeValue Value) : UpdateAction(Path);

/// <summary><c>DELETE path value</c>: removes the members of a set; the attribute goes with its last member.</summary>
public sealed record DeleteAction(DocumentPath Path, AttributeValue Value) : UpdateAction(Path);

/// <summary>The right-hand side of a SET.</summary>
public abstract record UpdateOperand
{
    private protected UpdateOperand()
    {
    }
}

/// <summary>A value given with the request.</summary>
public sealed record UpdateValue(AttributeValue Value) : UpdateOperand;

/// <summary>The value at a path before the update; an error when it is missing.</summary>
public sealed record UpdatePath(DocumentPath Path) : UpdateOperand;

/// <summary><c>if_not_exists(path, fallback)</c>.</summary>
public sealed record IfNotExists(DocumentPath Path, UpdateOperand Fallback) : UpdateOperand;

/// <summary><c>list_append(first, second)</c>: a new list with the elements of both.</summary>
public sealed record ListAppend(UpdateOperand First, UpdateOperand Second) : UpdateOperand;

/// <summary><c>left + right</c>, exact; more than 38 digits is an error, nothing is rounded.</summary>
public sealed record Plus(UpdateOperand Left, UpdateOperand Right) : UpdateOperand;

/// <summary><c>left - right</c>, exact; more than 38 digits is an error, nothing is rounded.</summary>
public sealed record Minus(UpdateOperand Left, UpdateOperand Right) : UpdateOperand;
