namespace Keyfold.Aws.Signing;

/// <summary>What a request is signed with. Compared by reference: new credentials are a new object.</summary>
internal sealed class SigningCredentials(string accessKeyId, string secretAccessKey, string? sessionToken = null)
{
    public string AccessKeyId { get; } = accessKeyId;

    public string SecretAccessKey { get; } = secretAccessKey;

    /// <summary>The token of temporary credentials; null for lasting ones.</summary>
    public string? SessionToken { get; } = sessionToken;
}
