using System.Text;
using Keyfold.Engine.Trees;
using Keyfold.Items;

namespace Keyfold.Engine.Expiry;

/// <summary>Which items have expired at one moment: those whose attribute is a number of seconds since 1970 that has passed, but not five years ago.</summary>
internal sealed class ExpiryRule(string attributeName, DateTimeOffset now)
{
    private readonly byte[] _utf8Name = Encoding.UTF8.GetBytes(attributeName);

    // a zero or a number of milliseconds is a mistake rather than a time
    private readonly Number _oldest = now.AddYears(-Limits.TimeToLiveYearsMax).ToUnixTimeSeconds();

    public string AttributeName { get; } = attributeName;

    public Number Now { get; } = now.ToUnixTimeSeconds();

    /// <summary>Whether an item, or none, has expired.</summary>
    public bool HasExpired(StoredItem item) => item.Exists && TryRead(item, out Number time) && HasExpired(time);

    /// <summary>Whether a time has passed.</summary>
    public bool HasExpired(Number time) => time > _oldest && time < Now;

    /// <summary>Reads an item's time.</summary>
    public bool TryRead(StoredItem item, out Number time)
    {
        if (new EncodedItem(item.Encoded).TryFind(_utf8Name, out EncodedValue value) && value.Type == AttributeType.Number)
        {
            time = value.AsNumber();
            return true;
        }

        time = default;
        return false;
    }
}
