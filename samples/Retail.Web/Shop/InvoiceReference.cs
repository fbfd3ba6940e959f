using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>Names an invoice within its customer in a URL, such as <c>20101201T082600-536365</c>: its key needs date and number.</summary>
public sealed record InvoiceReference(DateTime Date, string Number) : IParsable<InvoiceReference>
{
    private const string Format = "yyyyMMdd'T'HHmmss";
    private const int DateLength = 15;

    public static InvoiceReference Of(Invoice invoice) => new(invoice.Date, invoice.Number);

    public static InvoiceReference Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out InvoiceReference? reference) ? reference : throw new FormatException($"'{s}' is no reference of an invoice.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out InvoiceReference result)
    {
        result = null;
        if (s is null || s.Length <= DateLength + 1 || s[DateLength] != '-'
            || !DateTime.TryParseExact(s.AsSpan(0, DateLength), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
        {
            return false;
        }

        result = new InvoiceReference(date, s[(DateLength + 1)..]);
        return true;
    }

    public override string ToString() => $"{Date.ToString(Format, CultureInfo.InvariantCulture)}-{Number}";
}
