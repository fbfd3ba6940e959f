using System.Globalization;
using System.Text;

namespace Keyfold.Aws.Signing;

/// <summary>A second as signatures spell it. Made once a second, whatever the number of requests.</summary>
internal sealed class SigningTime
{
    private const int DayLength = 8;

    private SigningTime(long unixSecond)
    {
        UnixSecond = unixSecond;
        Text = DateTimeOffset.FromUnixTimeSeconds(unixSecond).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Utf8 = Encoding.ASCII.GetBytes(Text);
    }

    public long UnixSecond { get; }

    /// <summary>As in <c>20150830T123600Z</c>.</summary>
    public string Text { get; }

    public byte[] Utf8 { get; }

    public ReadOnlySpan<byte> Utf8Day => Utf8.AsSpan(0, DayLength);

    /// <summary>The second of a moment: a cached one, where it is the same.</summary>
    public static SigningTime Of(DateTimeOffset moment, ref SigningTime? cached)
    {
        long second = moment.ToUnixTimeSeconds();
        SigningTime? known = Volatile.Read(ref cached);
        if (known is null || known.UnixSecond != second)
        {
            known = new SigningTime(second);
            Volatile.Write(ref cached, known);
        }

        return known;
    }
}
