namespace Keyfold.Schema;

/// <summary>What a stream record shows of the item that changed. Specified by "StreamSpecification" of the Amazon DynamoDB API reference.</summary>
public enum StreamViewType
{
    /// <summary>The key attributes only.</summary>
    KeysOnly,

    /// <summary>The whole item as it became.</summary>
    NewImage,

    /// <summary>The whole item as it was.</summary>
    OldImage,

    /// <summary>The whole item as it was and as it became.</summary>
    NewAndOldImages,
}
