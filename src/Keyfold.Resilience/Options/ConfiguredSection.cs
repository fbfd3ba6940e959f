using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Keyfold.Resilience;

/// <summary>A section of configuration, of which every name that is there has to be asked for.</summary>
internal sealed class ConfiguredSection(IConfiguration section)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public int Number(string name, int otherwise) => Value(name, text => int.Parse(text, CultureInfo.InvariantCulture)) ?? otherwise;

    public double Ratio(string name, double otherwise) => Value(name, text => double.Parse(text, CultureInfo.InvariantCulture)) ?? otherwise;

    public TimeSpan Time(string name, TimeSpan otherwise) => Value(name, text => TimeSpan.Parse(text, CultureInfo.InvariantCulture)) ?? otherwise;

    public bool Flag(string name, bool otherwise) => Value(name, bool.Parse) ?? otherwise;

    public ConfiguredSection Part(string name)
    {
        _known.Add(name);
        return new ConfiguredSection(section.GetSection(name));
    }

    /// <summary>A part that can also be <c>true</c> (as it is by default) or <c>false</c> (absent).</summary>
    public T? Optional<T>(string name, Func<ConfiguredSection, T> read, T? otherwise)
        where T : class
    {
        ConfiguredSection part = Part(name);
        return Value(name, bool.Parse) switch
        {
            false => null,
            true => read(part),
            null => section.GetSection(name).GetChildren().Any() ? read(part) : otherwise,
        };
    }

    public T? Value<T>(string name, Func<string, T> parse)
        where T : struct
    {
        _known.Add(name);
        if (section[name] is not { } text)
        {
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new InvalidOperationException($"The configuration has \"{text}\" at {PathOf(name)}, which is no {typeof(T).Name}.", error);
        }
    }

    /// <summary>Refuses what nobody asked for: it is a misspelt option, and its default would be used without a word.</summary>
    public void RefuseOthers()
    {
        if (section.GetChildren().FirstOrDefault(child => !_known.Contains(child.Key)) is { } other)
        {
            throw new InvalidOperationException(
                $"The configuration has {PathOf(other.Key)}, which is no option. There are {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        }
    }

    private string PathOf(string name) => section is IConfigurationSection { Path: { Length: > 0 } parent } ? $"{parent}:{name}" : name;
}
