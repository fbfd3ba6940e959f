using System.Globalization;

namespace Retail.Import;

/// <summary>Turns the fields of one line into an <see cref="InvoiceRow"/>, or says what is wrong with them.</summary>
internal static class RowParser
{
    /// <summary>The header that the file must have.</summary>
    public static readonly string[] Columns =
        ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"];

    /// <exception cref="BadRowException">A field is missing or malformed.</exception>
    public static InvoiceRow Parse(string[] fields, int line)
    {
        if (fields.Length != Columns.Length)
        {
            throw new BadRowException(line, $"{fields.Length} fields where {Columns.Length} are expected");
        }

        return new InvoiceRow(
            line,
            Required(fields, 0, line),
            Required(fields, 1, line).ToUpperInvariant(),
            fields[2].Trim(),
            Quantity(fields[3], line),
            Date(fields[4], line),
            UnitPrice(fields[5], line),
            CustomerId(fields[6], line),
            Required(fields, 7, line));
    }

    private static string Required(string[] fields, int column, int line)
    {
        string text = fields[column].Trim();
        return text.Length > 0 ? text : throw new BadRowException(line, $"{Columns[column]} is empty");
    }

    private static int Quantity(string text, int line) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int quantity)
            ? quantity
            : throw new BadRowException(line, $"Quantity '{text}' is not a whole number");

    private static DateTime Date(string text, int line) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date
            : throw new BadRowException(line, $"InvoiceDate '{text}' is not of the form yyyy-MM-dd HH:mm:ss");

    private static decimal UnitPrice(string text, int line) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price)
            ? price
            : throw new BadRowException(line, $"UnitPrice '{text}' is not a number");

    // The published file writes customers as 17850.0, an artefact of a column of numbers with holes in it.
    private static string? CustomerId(string text, int line)
    {
        if (text.Length == 0)
        {
            return null;
        }

        string digits = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit)
            ? digits
            : throw new BadRowException(line, $"CustomerID '{text}' is not a number");
    }
}
