using Keyfold.Aws.Signing;

namespace Keyfold.Aws.Configuration;

/// <summary>Where the credentials of requests come from. Safe for concurrent use.</summary>
internal interface ICredentialsSource
{
    /// <summary>The credentials to sign with now; completes at once but for the first time and after <see cref="Invalidate"/>.</summary>
    ValueTask<SigningCredentials> GetAsync(CancellationToken cancellationToken);

    /// <summary>Forgets credentials that the service refused, so that the next request gets new ones.</summary>
    void Invalidate(SigningCredentials refused);
}
