namespace Keyfold.Server.Http;

/// <summary>
/// The requests that are answered on the thread that has received them. Other connections may wait for that thread, so that whatever may take longer than a few
/// milliseconds is left to another one.
/// </summary>
internal static class BriefRequests
{
    private const int BodyBytesMax = 64 * 1024;

    public static bool Contains(string? target, int bodyBytes) => bodyBytes <= BodyBytesMax && target is
        "DynamoDB_20120810.GetItem"
        or "DynamoDB_20120810.PutItem"
        or "DynamoDB_20120810.UpdateItem"
        or "DynamoDB_20120810.DeleteItem"
        or "DynamoDB_20120810.Query"
        or "DynamoDB_20120810.BatchWriteItem"
        or "DynamoDB_20120810.TransactWriteItems";
}
