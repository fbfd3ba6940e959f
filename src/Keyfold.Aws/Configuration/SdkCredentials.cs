using Amazon.Runtime;
using Keyfold.Aws.Signing;

namespace Keyfold.Aws.Configuration;

/// <summary>
/// The SDK's credentials, kept for a minute. After it the next request starts to fetch them anew and still signs with the kept ones: the SDK renews temporary
/// credentials minutes before they end, so that no request waits for it but the first.
/// </summary>
internal sealed class SdkCredentials(AWSCredentials source, TimeProvider timeProvider) : ICredentialsSource
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Kept? _kept;
    private Task<SigningCredentials>? _fetch;

    public ValueTask<SigningCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _kept) is not { } kept)
        {
            return new ValueTask<SigningCredentials>(Fetch().WaitAsync(cancellationToken));
        }

        if (timeProvider.GetElapsedTime(kept.Since) > KeptFor)
        {
            // what goes wrong here, the request that has no credentials any more will report
            _ = Fetch().ContinueWith(static task => task.Exception, TaskScheduler.Default);
        }

        return new ValueTask<SigningCredentials>(kept.Credentials);
    }

    public void Invalidate(SigningCredentials refused)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_kept?.Credentials, refused))
            {
                _kept = null;
                (source as RefreshingAWSCredentials)?.ClearCredentials();
            }
        }
    }

    /// <summary>Fetches the credentials, once for all who ask meanwhile.</summary>
    private Task<SigningCredentials> Fetch()
    {
        lock (_lock)
        {
            // on the pool: the SDK reads files and asks services, parts of it synchronously
            return _fetch ??= Task.Run(FetchAsync);
        }
    }

    private async Task<SigningCredentials> FetchAsync()
    {
        try
        {
            ImmutableCredentials found = await source.GetCredentialsAsync().ConfigureAwait(false);
            lock (_lock)
            {
                // equal ones stay the same object, so that the derived key stays valid
                SigningCredentials credentials = _kept is { } kept && IsSame(kept.Credentials, found)
                    ? kept.Credentials
                    : new SigningCredentials(found.AccessKey, found.SecretKey, found.UseToken ? found.Token : null);
                _kept = new Kept(credentials, timeProvider.GetTimestamp());
                return credentials;
            }
        }
        finally
        {
            lock (_lock)
            {
                _fetch = null;
            }
        }
    }

    private static bool IsSame(SigningCredentials kept, ImmutableCredentials found) =>
        string.Equals(kept.AccessKeyId, found.AccessKey, StringComparison.Ordinal)
        && string.Equals(kept.SecretAccessKey, found.SecretKey, StringComparison.Ordinal)
        && string.Equals(kept.SessionToken ?? "", found.UseToken ? found.Token : "", StringComparison.Ordinal);

    private sealed record Kept(SigningCredentials Credentials, long Since);
}
