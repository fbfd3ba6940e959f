using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Keyfold.Server.Authentication;

/// <summary>A request in the one form that client and server sign: "Create a canonical request" of Signature Version 4.</summary>
internal static class CanonicalRequest
{
    /// <summary>Builds the form.</summary>
    /// <param name="request">The request; its path is <c>/</c>.</param>
    /// <param name="signedHeaders">The names, in lower case, joined by semicolons.</param>
    /// <param name="body">The body as it was sent.</param>
    public static string Create(HttpRequest request, string signedHeaders, ReadOnlySpan<byte> body)
    {
        StringBuilder text = new(512);
        text.Append(request.Method).Append("\n/\n").Append(Query(request.QueryString.Value)).Append('\n');
        foreach (Range name in signedHeaders.AsSpan().Split(';'))
        {
            string header = signedHeaders[name];
            text.Append(header).Append(':');
            AppendValues(text, request.Headers[header]);
            text.Append('\n');
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return text.Append('\n').Append(signedHeaders).Append('\n').Append(Convert.ToHexStringLower(hash)).ToString();
    }

    private static void AppendValues(StringBuilder text, StringValues values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            AppendCollapsed(text, values[i].AsSpan().Trim());
        }
    }

    /// <summary>Blanks in a row become one.</summary>
    private static void AppendCollapsed(StringBuilder text, ReadOnlySpan<char> value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] != ' ' || value[i - 1] != ' ')
            {
                text.Append(value[i]);
            }
        }
    }

    private static string Query(string? query)
    {
        if (query is null || query.Length < 2)
        {
            return "";
        }

        string[] parameters = [.. query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Parameter)];
        Array.Sort(parameters, StringComparer.Ordinal);
        return string.Join('&', parameters);
    }

    private static string Parameter(string parameter)
    {
        int equals = parameter.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? $"{Encode(parameter)}=" : $"{Encode(parameter[..equals])}={Encode(parameter[(equals + 1)..])}";
    }

    private static string Encode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));
}
