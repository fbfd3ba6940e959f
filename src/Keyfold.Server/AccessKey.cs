namespace Keyfold.Server;

/// <summary>Whose requests the server takes when it verifies signatures.</summary>
/// <param name="Id">The access key id, which requests name openly.</param>
/// <param name="Secret">The secret access key, which signs requests and is never sent.</param>
public sealed record AccessKey(string Id, string Secret)
{
    /// <summary>The id alone, so that no log shows the secret.</summary>
    public override string ToString() => Id;
}
