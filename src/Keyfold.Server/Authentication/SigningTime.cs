using System.Globalization;

namespace Keyfold.Server.Authentication;

/// <summary>The time of a signature, in ISO 8601's basic format.</summary>
internal static class SigningTime
{
    private const string Basic = "yyyyMMdd'T'HHmmss'Z'";

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Basic, CultureInfo.InvariantCulture);

    /// <summary>Reads X-Amz-Date or, which HTTP wants in its own format, Date.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, [Basic, "R"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
