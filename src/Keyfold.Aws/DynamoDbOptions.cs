using Amazon.Runtime;

namespace Keyfold.Aws;

/// <summary>
/// How to reach DynamoDB. What is not set, the AWS SDK finds where it finds it for its own clients: environment variables, the profiles of <c>~/.aws</c>, and
/// the roles of containers and machines. Checked when a backend is made of it.
/// </summary>
public sealed class DynamoDbOptions
{
    private const int ConnectionsMaxLimit = 10_000;

    /// <summary>The region, as in <c>eu-central-1</c>; null asks the SDK, and is <c>us-east-1</c> where only <see cref="ServiceUrl"/> is set.</summary>
    public string? Region { get; set; }

    /// <summary>The address of DynamoDB Local or of another service with DynamoDB's API, without a path; null asks the SDK for the region's.</summary>
    public Uri? ServiceUrl { get; set; }

    /// <summary>The profile to take credentials and region from; null for the one that the SDK takes.</summary>
    public string? Profile { get; set; }

    /// <summary>The credentials; null asks the SDK. A <see cref="ServiceUrl"/> on this machine needs none.</summary>
    public AWSCredentials? Credentials { get; set; }

    /// <summary>
    /// Whether every read sees all writes that were acknowledged before, as if it had asked for it; costs twice the units. Reads of an index stay as they are
    /// asked for.
    /// </summary>
    public bool ConsistentReads { get; set; }

    /// <summary>
    /// How many connections are open at most: 1 to 10,000; 256 if not set. Each carries one request at a time; further requests wait for one.
    /// </summary>
    public int ConnectionsMax { get; set; } = 256;

    /// <summary>How long opening a connection may take; 2 seconds if not set.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long one request may take, its answer and the wait for a connection included; 10 seconds if not set. <see cref="Timeout.InfiniteTimeSpan"/> for any
    /// time.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long a connection is replaced, so that changes of the service's addresses are seen; 5 minutes if not set.</summary>
    public TimeSpan ConnectionLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long to wait at most before asking again whether a table that is created or changed is ready; 5 seconds if not set. The first wait is a tenth of a
    /// second or this, whichever is shorter, and each is twice the one before.
    /// </summary>
    public TimeSpan TableStatusInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often the AWS SDK sends a request about a table again that failed for a passing reason; null leaves it to the SDK (<c>AWS_MAX_ATTEMPTS</c>, or 10
    /// times). A <see cref="Storage.StorageErrorCode.LimitExceededException"/> is such a reason to the SDK: after ten attempts more than a minute may have
    /// passed. Requests about items are never sent again here.
    /// </summary>
    public int? TableRetriesMax { get; set; }

    /// <summary>The clock of signatures, of <see cref="RequestTimeout"/> and of <see cref="TableStatusInterval"/>; the machine's if not set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Sends the requests, in place of a handler with the connections of these options: for tests and proxies. The backend disposes of it.</summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>Refuses what makes no sense, naming the option and what to change.</summary>
    internal void Validate()
    {
        if (ServiceUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.PathAndQuery is not "/"))
        {
            throw Wrong(nameof(ServiceUrl), $"\"{url}\"", "an address such as http://localhost:8000, without a path");
        }

        if (ConnectionsMax is < 1 or > ConnectionsMaxLimit)
        {
            throw Wrong(nameof(ConnectionsMax), $"{ConnectionsMax}", "1 to 10,000");
        }

        if (TableRetriesMax is < 0)
        {
            throw Wrong(nameof(TableRetriesMax), $"{TableRetriesMax}", "zero or more");
        }

        RequirePositive(nameof(ConnectTimeout), ConnectTimeout);
        RequirePositive(nameof(RequestTimeout), RequestTimeout);
        RequirePositive(nameof(ConnectionLifetime), ConnectionLifetime);
        if (TableStatusInterval <= TimeSpan.Zero)
        {
            throw Wrong(nameof(TableStatusInterval), $"{TableStatusInterval}", "a time above zero");
        }
    }

    private static void RequirePositive(string option, TimeSpan value)
    {
        if (value <= TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
        {
            throw Wrong(option, $"{value}", "a time above zero");
        }
    }

    private static ArgumentException Wrong(string option, string value, string allowed) =>
        new($"{nameof(DynamoDbOptions)}.{option} is {allowed}, and was {value}.", option);
}
