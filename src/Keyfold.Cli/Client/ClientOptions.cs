using System.CommandLine;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Server;

namespace Keyfold.Cli.Client;

/// <summary>What every command that asks a server takes: which server, and as whom.</summary>
internal static class ClientOptions
{
    private const int RetriesMax = 4;

    private static readonly Option<Uri> Endpoint = new("--endpoint")
    {
        Description = "The URL of the server.",
        DefaultValueFactory = _ => new Uri("http://localhost:8000"),
        CustomParser = argument => Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? url
            : Fail(argument, "is no URL"),
    };

    private static readonly Option<string?> Region = new("--region") { Description = "The region; else AWS_REGION, else us-east-1." };

    private static readonly Option<string?> AccessKey = new("--access-key")
    {
        Description = $"ID:SECRET to sign requests with; else {AccessKeyText.EnvironmentVariable}, else AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
    };

    /// <summary>Adds the options to a command.</summary>
    public static void AddTo(Command command)
    {
        command.Options.Add(Endpoint);
        command.Options.Add(Region);
        command.Options.Add(AccessKey);
    }

    /// <summary>The client that the options mean.</summary>
    public static AmazonDynamoDBClient Connect(ParseResult parsed)
    {
        AccessKey accessKey = FindAccessKey(parsed);
        return new AmazonDynamoDBClient(new BasicAWSCredentials(accessKey.Id, accessKey.Secret), new AmazonDynamoDBConfig
        {
            ServiceURL = EndpointOf(parsed).ToString(),
            AuthenticationRegion = RegionOf(parsed),
            MaxErrorRetry = RetriesMax,
        });
    }

    /// <summary>The server that is asked.</summary>
    public static Uri EndpointOf(ParseResult parsed) => parsed.GetValue(Endpoint)!;

    /// <summary>Whose tables are meant, for a server that keeps them apart.</summary>
    public static string DatabaseOf(ParseResult parsed) => $"{FindAccessKey(parsed).Id} in {RegionOf(parsed)}";

    private static AccessKey FindAccessKey(ParseResult parsed)
    {
        if (AccessKeyText.ParseAll(parsed.GetValue(AccessKey) is { } text ? [text] : null) is [AccessKey key, ..])
        {
            return key;
        }

        return Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 } id
            && Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secret
            ? new AccessKey(id, secret)
            : new AccessKey("keyfold", "keyfold");
    }

    private static string RegionOf(ParseResult parsed) =>
        parsed.GetValue(Region) ?? (Environment.GetEnvironmentVariable("AWS_REGION") is { Length: > 0 } region ? region : "us-east-1");

    private static Uri? Fail(System.CommandLine.Parsing.ArgumentResult argument, string message)
    {
        argument.AddError($"'{argument.Tokens[0].Value}' {message}.");
        return null;
    }
}
