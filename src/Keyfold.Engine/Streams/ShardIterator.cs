using System.Globalization;
using System.Text;
using Keyfold.Storage;

namespace Keyfold.Engine.Streams;

/// <summary>A place in a shard, as the text that clients hold. Nothing of it is kept.</summary>
/// <param name="StreamArn">The stream.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="Number">The number to read from.</param>
/// <param name="Time">When it was made, in milliseconds since 1970.</param>
internal readonly record struct ShardIterator(string StreamArn, string ShardId, long Number, long Time)
{
    // no name of a stream or shard has it
    private const char Separator = '|';
    private const string Version = "1";

    public string Print()
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{ShardId}{Separator}{Number}{Separator}{Time}");
        return $"{StreamArn}{Separator}{Version}{Separator}{Convert.ToBase64String(Encoding.UTF8.GetBytes(place))}";
    }

    public static ShardIterator Parse(string text)
    {
        if (text.Split(Separator) is [string arn, Version, string encoded]
            && Decode(encoded)?.Split(Separator) is [string shard, string number, string time]
            && TryParse(number, out long parsedNumber)
            && TryParse(time, out long parsedTime))
        {
            return new ShardIterator(arn, shard, parsedNumber, parsedTime);
        }

        throw StorageErrors.ShardIteratorInvalid();
    }

    private static string? Decode(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static bool TryParse(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
