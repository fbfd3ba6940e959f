namespace Keyfold.Items;

/// <summary>The two forms in which items are written and read.</summary>
public enum ItemEncoding
{
    /// <summary>The bytes that the embedded engine keeps, logs and streams: see <see cref="BinaryItemFormat"/>.</summary>
    Binary,

    /// <summary>DynamoDB's JSON, as in <c>{"Id":{"S":"1"}}</c>.</summary>
    Json,
}
