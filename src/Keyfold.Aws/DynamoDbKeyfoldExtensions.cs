using Keyfold;
using Keyfold.Aws;
using Keyfold.Aws.Configuration;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets an application keep its tables in Amazon DynamoDB.</summary>
public static class DynamoDbKeyfoldExtensions
{
    /// <summary>
    /// Keeps the items in Amazon DynamoDB, or a service with its API. When the application starts, it looks for region, credentials and tables, and does not
    /// start without (<see cref="KeyfoldOptions.ValidateTablesOnStart"/> turns the look at the tables off).
    /// </summary>
    /// <param name="options">The options of the tables.</param>
    /// <param name="configure">Sets how to reach the service; null leaves all to the AWS SDK.</param>
    /// <returns>The same options.</returns>
    public static KeyfoldOptions UseDynamoDb(this KeyfoldOptions options, Action<DynamoDbOptions>? configure = null) =>
        UseDynamoDb(options, configuration: null, configure);

    /// <summary>Keeps the items in Amazon DynamoDB, or a service with its API, with options from configuration.</summary>
    /// <param name="options">The options of the tables.</param>
    /// <param name="configuration">
    /// A section with <c>Region</c>, <c>ServiceUrl</c>, <c>Profile</c>, <c>ConsistentReads</c>, <c>ConnectionsMax</c>, <c>ConnectTimeout</c>,
    /// <c>RequestTimeout</c>, <c>ConnectionLifetime</c>, <c>TableStatusInterval</c> and <c>TableRetriesMax</c>; each may be missing. Null for none.
    /// </param>
    /// <param name="configure">Sets further options, after those of the section.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="InvalidOperationException">A value of the section cannot be read; the message names its place.</exception>
    public static KeyfoldOptions UseDynamoDb(this KeyfoldOptions options, IConfiguration? configuration, Action<DynamoDbOptions>? configure = null)
    {
        var service = new DynamoDbOptions();
        if (configuration is not null)
        {
            DynamoDbConfiguration.Read(configuration, service);
        }

        configure?.Invoke(service);
        options.ValidateTablesOnStart ??= true;
        return options.UseBackend(services =>
        {
            if (services.GetService<TimeProvider>() is { } timeProvider)
            {
                service.TimeProvider = timeProvider;
            }

            return new DynamoDbBackend(service);
        });
    }
}
