namespace Keyfold.Storage;

/// <summary>Whether the items of a table expire.</summary>
public enum TimeToLiveStatus
{
    /// <summary>They do not.</summary>
    Disabled,

    /// <summary>They will, within the hour.</summary>
    Enabling,

    /// <summary>They do.</summary>
    Enabled,

    /// <summary>They will not any more, within the hour.</summary>
    Disabling,
}

/// <summary>How the items of a table expire.</summary>
/// <param name="Status">Whether they do.</param>
/// <param name="AttributeName">The attribute with the second of Unix time after which an item is removed; null if items do not expire.</param>
public sealed record TimeToLiveDescription(TimeToLiveStatus Status, string? AttributeName);
