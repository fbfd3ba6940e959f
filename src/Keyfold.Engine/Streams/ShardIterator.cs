using System.Globalization;
using System.Text;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Engine.Streams;

/// <summary>A place in a shard, as the text that clients hold. Nothing of it is kept.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="Number">The number to read from.</param>
/// <param name="Time">When it was made, in milliseconds since 1970.</param>
internal readonly record struct ShardIterator(StreamId Stream, string ShardId, long Number, long Time)
{
    // no name of a table, label or shard has it
    private const char Separator = '|';

    public string Print() => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Stream.TableName}|{Stream.Label}|{ShardId}|{Number}|{Time}")));

    public static ShardIterator Parse(string text)
    {
        byte[] bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(Separator) is [string table, string label, string shard, string number, string time]
            && TryParse(number, out long parsedNumber)
            && TryParse(time, out long parsedTime))
        {
            return new ShardIterator(new StreamId(table, label), shard, parsedNumber, parsedTime);
        }

        throw StorageErrors.ShardIteratorInvalid();
    }

    private static bool TryParse(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
