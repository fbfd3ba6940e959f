using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Keyfold.Aws.Configuration;

/// <summary>Reads options from configuration, without reflection. A value that is there but cannot be read is an error that names its place.</summary>
internal static class DynamoDbConfiguration
{
    public static void Read(IConfiguration section, DynamoDbOptions options)
    {
        options.Region = section[nameof(DynamoDbOptions.Region)] ?? options.Region;
        options.Profile = section[nameof(DynamoDbOptions.Profile)] ?? options.Profile;
        options.ServiceUrl = Value(section, nameof(DynamoDbOptions.ServiceUrl), options.ServiceUrl, text => new Uri(text, UriKind.Absolute));
        options.ConsistentReads = Value(section, nameof(DynamoDbOptions.ConsistentReads), options.ConsistentReads, bool.Parse);
        options.ConnectionsMax = Value(
            section, nameof(DynamoDbOptions.ConnectionsMax), options.ConnectionsMax, text => int.Parse(text, CultureInfo.InvariantCulture));
        options.TableRetriesMax = Value<int?>(
            section, nameof(DynamoDbOptions.TableRetriesMax), options.TableRetriesMax, text => int.Parse(text, CultureInfo.InvariantCulture));
        options.ConnectTimeout = Value(section, nameof(DynamoDbOptions.ConnectTimeout), options.ConnectTimeout, ParseTime);
        options.RequestTimeout = Value(section, nameof(DynamoDbOptions.RequestTimeout), options.RequestTimeout, ParseTime);
        options.ConnectionLifetime = Value(section, nameof(DynamoDbOptions.ConnectionLifetime), options.ConnectionLifetime, ParseTime);
        options.TableStatusInterval = Value(section, nameof(DynamoDbOptions.TableStatusInterval), options.TableStatusInterval, ParseTime);
    }

    private static TimeSpan ParseTime(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static T Value<T>(IConfiguration section, string key, T otherwise, Func<string, T> parse)
    {
        if (section[key] is not { } text)
        {
            return otherwise;
        }

        try
        {
            return parse(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            string path = section is IConfigurationSection { Path: { Length: > 0 } parent } ? $"{parent}:{key}" : key;
            throw new InvalidOperationException(
                $"The configuration has \"{text}\" at {path}, which is no {(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)).Name}.", error);
        }
    }
}
