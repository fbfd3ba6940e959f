namespace Keyfold.Protocol;

/// <summary>What x-amzn-RequestId tells: 52 capital letters and digits, as Amazon's have.</summary>
public static class RequestId
{
    private const int Length = 52;

    /// <summary>A new id. It is unique for all practical purposes, and no secret.</summary>
    public static string Create() =>
        string.Create(Length, state: 0, static (id, _) => Random.Shared.GetItems("0123456789ABCDEFGHIJKLMNOPQRSTUV", id));
}
