using Keyfold.Storage;

namespace Keyfold;

/// <summary>A transaction that was not done: nothing was written. It has a reason for each action, in their order.</summary>
public sealed class TransactionCancelledException : KeyfoldException
{
    internal TransactionCancelledException(string message, IReadOnlyList<TransactionCancellation> reasons, Exception innerException)
        : base(message, innerException) => Reasons = reasons;

    /// <summary>A reason for each action, in their order. Those with <see cref="CancellationCode.None"/> were not to blame.</summary>
    public IReadOnlyList<TransactionCancellation> Reasons { get; }

    /// <summary>Whether another transaction or a lack of capacity was the only reason, so that the same transaction can succeed later.</summary>
    public bool IsTransient => Reasons.All(reason => reason.Code
        is CancellationCode.None or CancellationCode.TransactionConflict or CancellationCode.ProvisionedThroughputExceeded or CancellationCode.ThrottlingError);
}

/// <summary>What became of one action of a cancelled transaction.</summary>
public sealed class TransactionCancellation
{
    internal TransactionCancellation(
        string action, string entityName, string key, CancellationCode code, string? message, bool itemExists, object? existingEntity)
    {
        Action = action;
        EntityName = entityName;
        Key = key;
        Code = code;
        Message = message;
        ItemExists = itemExists;
        ExistingEntity = existingEntity;
    }

    /// <summary><c>Put</c>, <c>Update</c>, <c>Delete</c> or <c>Check</c>.</summary>
    public string Action { get; }

    /// <summary>The entity.</summary>
    public string EntityName { get; }

    /// <summary>The item's primary key for people, as <c>PK = "CUSTOMER#1", SK = "PROFILE"</c>.</summary>
    public string Key { get; }

    /// <summary>Why the action could not be done; <see cref="CancellationCode.None"/> if it could.</summary>
    public CancellationCode Code { get; }

    /// <summary>DynamoDB's message; null if the action could be done.</summary>
    public string? Message { get; }

    /// <summary>Whether there is an item whose condition failed.</summary>
    public bool ItemExists { get; }

    /// <summary>The entity whose condition failed, as it is; null if there is none, if its item does not fit the class, or if the reason is another.</summary>
    public object? ExistingEntity { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Action} of {EntityName} with {Key}: {Code}{(Message is null ? "" : $" ({Message})")}";
}
