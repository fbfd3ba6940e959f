using Keyfold.Storage;

namespace Keyfold;

/// <summary>
/// The backend refuses the request as it is: an item over 400 KB, an update of a path that is not there, a number out of range. Nothing was written, and
/// sending it again fails again.
/// </summary>
public sealed class RequestRejectedException : KeyfoldException
{
    internal RequestRejectedException(string message, string entityName, string? key, StorageException innerException)
        : base(message, innerException)
    {
        EntityName = entityName;
        Key = key;
    }

    /// <summary>The entity.</summary>
    public string EntityName { get; }

    /// <summary>The item's primary key for people; null for a request on more than one item.</summary>
    public string? Key { get; }
}
