using Keyfold.Storage;

namespace Keyfold.Engine.Transactions;

/// <summary>Cancels transactions. An error of validation in one action is the only reason given: it ends the evaluation of all others.</summary>
internal static class Cancellation
{
    /// <summary>Does something for each action, and cancels the transaction if one of them is not valid.</summary>
    public static void Each(int count, Action<int> perform)
    {
        for (int position = 0; position < count; position++)
        {
            try
            {
                perform(position);
            }
            catch (StorageException error) when (error.Code == StorageErrorCode.ValidationException)
            {
                CancellationReason[] reasons = None(count);
                reasons[position] = new CancellationReason(CancellationCode.ValidationError, error.Message);
                throw StorageErrors.TransactionCanceled([.. reasons]);
            }
        }
    }

    /// <summary>Reasons of so many actions with which nothing is wrong.</summary>
    public static CancellationReason[] None(int count)
    {
        CancellationReason[] reasons = new CancellationReason[count];
        Array.Fill(reasons, CancellationReason.None);
        return reasons;
    }

    /// <summary>Cancels the transaction if there is a reason.</summary>
    public static void ThrowIfAny(CancellationReason[] reasons)
    {
        if (Array.Exists(reasons, reason => reason.Code != CancellationCode.None))
        {
            throw StorageErrors.TransactionCanceled([.. reasons]);
        }
    }
}
