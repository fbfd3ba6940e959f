using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Keyfold;

/// <summary>Reads options from configuration, without reflection. A value that is there but cannot be read is an error that names its place.</summary>
internal static class KeyfoldConfiguration
{
    public static void Read(IConfiguration section, KeyfoldOptions options)
    {
        options.CreateTablesOnStart = Value(section, nameof(KeyfoldOptions.CreateTablesOnStart), bool.Parse) ?? options.CreateTablesOnStart;
        options.ValidateTablesOnStart = Value(section, nameof(KeyfoldOptions.ValidateTablesOnStart), bool.Parse) ?? options.ValidateTablesOnStart;
        options.TableNamePrefix = section[nameof(KeyfoldOptions.TableNamePrefix)] ?? options.TableNamePrefix;
        foreach (IConfigurationSection table in section.GetSection(nameof(KeyfoldOptions.Tables)).GetChildren())
        {
            TableOptions known = options.Tables.TryGetValue(table.Key, out TableOptions? found) ? found : new TableOptions();
            options.Tables[table.Key] = known with
            {
                TableName = table[nameof(TableOptions.TableName)] ?? known.TableName,
                BatchAttemptsMax =
                    Value(table, nameof(TableOptions.BatchAttemptsMax), text => int.Parse(text, CultureInfo.InvariantCulture)) ?? known.BatchAttemptsMax,
                BatchDelay = Value(table, nameof(TableOptions.BatchDelay), text => TimeSpan.Parse(text, CultureInfo.InvariantCulture)) ?? known.BatchDelay,
            };
        }
    }

    private static T? Value<T>(IConfiguration section, string key, Func<string, T> parse)
        where T : struct
    {
        if (section[key] is not { } text)
        {
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            string path = section is IConfigurationSection { Path: { Length: > 0 } parent } ? $"{parent}:{key}" : key;
            throw new InvalidOperationException($"The configuration has \"{text}\" at {path}, which is no {typeof(T).Name}.", error);
        }
    }
}
