using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace Keyfold.Aws.Configuration;

/// <summary>Where the service is and who asks it, as the options and the AWS SDK say.</summary>
internal sealed class ServiceAccess
{
    private const string RegionOfOtherServices = "us-east-1";

    private static string DefaultProfile => Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "default";

    private ServiceAccess(Uri endpoint, string region, AWSCredentials credentials)
    {
        Endpoint = endpoint;
        Region = region;
        Credentials = credentials;
    }

    public Uri Endpoint { get; }

    /// <summary>The region to sign for.</summary>
    public string Region { get; }

    public AWSCredentials Credentials { get; }

    /// <summary>Finds the service.</summary>
    /// <exception cref="InvalidOperationException">There is no region, no such profile, or there are no credentials; the message says what to set.</exception>
    public static ServiceAccess Find(DynamoDbOptions options)
    {
        var config = new AmazonDynamoDBConfig();
        if (options.Profile is { } profile)
        {
            config.Profile = new Profile(profile);
        }

        if (options.ServiceUrl is { } url)
        {
            return new ServiceAccess(url, options.Region ?? RegionOfOtherServices, options.Credentials ?? CredentialsFor(url, config));
        }

        string region = options.Region ?? RegionOfProfile(options.Profile) ?? FindRegion(config) ?? throw new InvalidOperationException(
            $"There is no region for DynamoDB: set {nameof(DynamoDbOptions)}.{nameof(DynamoDbOptions.Region)}, the environment variable AWS_REGION or the region of the "
            + $"profile in ~/.aws/config; or set {nameof(DynamoDbOptions)}.{nameof(DynamoDbOptions.ServiceUrl)} for DynamoDB Local.");
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        return new ServiceAccess(EndpointOf(config), region, options.Credentials ?? FindCredentials(config));
    }

    /// <summary>The SDK's configuration for the same service, for table administration.</summary>
    public AmazonDynamoDBConfig ToSdkConfig(DynamoDbOptions options)
    {
        AmazonDynamoDBConfig config = new()
        {
            ServiceURL = Endpoint.ToString(),
            AuthenticationRegion = Region,
            Timeout = options.RequestTimeout,
        };
        if (options.TableRetriesMax is { } retries)
        {
            config.MaxErrorRetry = retries;
        }

        return config;
    }

    // a client's configuration takes its region from the default profile, whatever profile it names
    private static string? RegionOfProfile(string? name) =>
        name is not null && new CredentialProfileStoreChain().TryGetProfile(name, out CredentialProfile profile) ? profile.Region?.SystemName : null;

    private static string? FindRegion(AmazonDynamoDBConfig config)
    {
        try
        {
            return config.RegionEndpoint?.SystemName;
        }
        catch (AmazonClientException)
        {
            return null;
        }
    }

    private static Uri EndpointOf(AmazonDynamoDBConfig config)
    {
        using var client = new AmazonDynamoDBClient(new AnonymousAWSCredentials(), config);
        return new Uri(client.DetermineServiceOperationEndpoint(new ListTablesRequest()).URL);
    }

    // DynamoDB Local wants a signature, but does not look at it
    private static AWSCredentials CredentialsFor(Uri url, AmazonDynamoDBConfig config) =>
        url.IsLoopback && config.Profile is null ? new BasicAWSCredentials("keyfold", "keyfold") : FindCredentials(config);

    private static AWSCredentials FindCredentials(AmazonDynamoDBConfig config)
    {
        // the SDK's chain takes no profile that signs in with SSO; asked for by its name it gives what "aws sso login" left behind
        if (config.Profile is { Name: { } name } && new CredentialProfileStoreChain().TryGetAWSCredentials(name, out AWSCredentials found))
        {
            return found;
        }

        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials(config);
        }
        catch (AmazonClientException) when (config.Profile is null && new CredentialProfileStoreChain().TryGetAWSCredentials(DefaultProfile, out found))
        {
            return found;
        }
        catch (AmazonClientException error)
        {
            string place = config.Profile is { } profile
                ? $"The profile \"{profile.Name}\" gives no credentials for DynamoDB: look at ~/.aws/config and ~/.aws/credentials, or sign in with \"aws sso login --profile {profile.Name}\""
                : "There are no credentials for DynamoDB: set the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
                    + $"{nameof(DynamoDbOptions)}.{nameof(DynamoDbOptions.Profile)} or {nameof(DynamoDbOptions)}.{nameof(DynamoDbOptions.Credentials)}, or give the machine a role";
            throw new InvalidOperationException($"{place}. The AWS SDK says: {error.Message}", error);
        }
    }
}
