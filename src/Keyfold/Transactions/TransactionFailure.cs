using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Makes the typed exception of a transaction that failed.</summary>
internal static class TransactionFailure
{
    public static Exception Of(IStorageBackend backend, TransactionAction[] actions, StorageException error)
    {
        if (error.Code == StorageErrorCode.TransactionCanceledException && error.CancellationReasons.Count == actions.Length)
        {
            return OfCancellation(backend, actions, error);
        }

        return error.Code == StorageErrorCode.ValidationException
            ? new RequestRejectedException(
                $"The transaction was refused: {error.Message}", string.Join(", ", actions.Select(action => action.Model.Name).Distinct()), null, error)
            : StorageFailure.Throttled(error, "The transaction") ?? (Exception)error;
    }

    private static TransactionCancelledException OfCancellation(IStorageBackend backend, TransactionAction[] actions, StorageException error)
    {
        var reasons = new TransactionCancellation[actions.Length];
        for (int index = 0; index < reasons.Length; index++)
        {
            CancellationReason reason = error.CancellationReasons[index];
            TransactionAction action = actions[index];
            reasons[index] = new TransactionCancellation(
                action.Verb,
                action.Model.Name,
                KeyDescription.Of(action.Model, action.Key),
                reason.Code,
                reason.Message,
                itemExists: !reason.Item.IsEmpty,
                reason.Item.IsEmpty ? null : action.ReadExisting(backend, reason.Item));
        }

        IEnumerable<TransactionCancellation> blamed = reasons.Where(reason => reason.Code != CancellationCode.None);
        return new TransactionCancelledException($"The transaction was cancelled. {string.Join("; ", blamed)}", reasons, error);
    }
}
