namespace Keyfold.Storage;

/// <content>What UpdateTimeToLive and DeleteTable refuse.</content>
public static partial class StorageErrors
{
    /// <summary>Items expire by this attribute already.</summary>
    public static StorageException TimeToLiveEnabled() => Validation("TimeToLive is already enabled");

    /// <summary>Items do not expire.</summary>
    public static StorageException TimeToLiveDisabled() => Validation("TimeToLive is already disabled");

    /// <summary>Items expire by another attribute.</summary>
    public static StorageException TimeToLiveAttributeDiffers(string currentAttributeName) =>
        Validation($"TimeToLive is active on a different AttributeName: current AttributeName is {currentAttributeName}");

    /// <summary>The table cannot be deleted until its protection is taken back.</summary>
    public static StorageException DeletionProtected() =>
        Validation("Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
}
