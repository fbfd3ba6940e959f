using Keyfold.Storage;

namespace Keyfold.Engine.Operations;

/// <summary>Rules of batches and transactions that need no table.</summary>
internal static class BatchRules
{
    public static void RequireSome(int count, string member, string printed)
    {
        if (count == 0)
        {
            throw StorageErrors.Empty(member, printed);
        }
    }

    public static void CheckActions(int count)
    {
        RequireSome(count, "transactItems", "[]");
        if (count > Limits.TransactionActionsMax)
        {
            throw StorageErrors.TransactionTooLong();
        }
    }

    public static void CheckPayload(long bytes)
    {
        if (bytes > Limits.TransactionBytesMax)
        {
            throw StorageErrors.TransactionTooLarge(bytes);
        }
    }
}
