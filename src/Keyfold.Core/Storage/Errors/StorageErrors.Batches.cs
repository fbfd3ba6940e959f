namespace Keyfold.Storage;

/// <content>Batches and transactions.</content>
public static partial class StorageErrors
{
    /// <summary>Too many reads or writes in one batch.</summary>
    /// <param name="operation">BatchGetItem or BatchWriteItem.</param>
    public static StorageException BatchTooLarge(string operation) => Validation($"Too many items requested for the {operation} call");

    /// <summary>A key given twice in one batch.</summary>
    public static StorageException BatchDuplicates() => Validation("Provided list of item keys contains duplicates");

    /// <summary>A batch or transaction without anything in it.</summary>
    /// <param name="member">The member's name in lowerCamel case.</param>
    /// <param name="value">The empty collection as DynamoDB prints it.</param>
    public static StorageException Empty(string member, string value) =>
        Constraint(value, member, "Member must have length greater than or equal to 1");

    /// <summary>More than <see cref="Limits.TransactionActionsMax"/> actions.</summary>
    public static StorageException TransactionTooLong() =>
        Constraint("[...]", "transactItems", "Member must have length less than or equal to 100");

    /// <summary>A transaction over <see cref="Limits.TransactionBytesMax"/>.</summary>
    public static StorageException TransactionTooLarge(long bytes) =>
        Validation(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Transaction payload size cannot exceed 4MB. Payload Size: {bytes}"));

    /// <summary>Two actions of a transaction on one item.</summary>
    public static StorageException TransactionDuplicates() =>
        Validation("Transaction request cannot include multiple operations on one item");

    /// <summary>A condition check without a condition.</summary>
    /// <param name="position">The action's position, counted from 1.</param>
    public static StorageException ConditionCheckWithoutCondition(int position) =>
        Validation(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"1 validation error detected: Value null at 'transactItems.{position}.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null"));

    /// <summary>A cancelled transaction.</summary>
    /// <param name="reasons">One reason for each action, in the request's order.</param>
    public static StorageException TransactionCanceled(Sequence<CancellationReason> reasons)
    {
        List<CancellationCode> codes = new(reasons.Count);
        foreach (CancellationReason reason in reasons)
        {
            codes.Add(reason.Code);
        }

        return new StorageException(
            StorageErrorCode.TransactionCanceledException,
            $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", codes)}]")
        {
            CancellationReasons = reasons,
        };
    }

    /// <summary>A client request token that came with other actions before.</summary>
    public static StorageException IdempotentParameterMismatch() =>
        new(StorageErrorCode.IdempotentParameterMismatchException,
            "The request uses the same client token as a previous, but non-identical request.");

    /// <summary>A client request token of a transaction that is still running.</summary>
    public static StorageException TransactionInProgress() =>
        new(StorageErrorCode.TransactionInProgressException, "The transaction with the given request token is already in progress.");

    /// <summary>A client request token that is empty or too long.</summary>
    public static StorageException ClientRequestTokenLength(string token) =>
        Constraint(token, "clientRequestToken", token.Length == 0
            ? "Member must have length greater than or equal to 1"
            : "Member must have length less than or equal to 36");
}
