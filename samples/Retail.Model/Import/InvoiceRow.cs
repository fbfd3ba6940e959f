namespace Retail.Import;

/// <summary>One line of the data set: so many units of one product on one invoice.</summary>
/// <param name="LineNumber">The line of the file on which the record ends, counted from 1; the header is line 1.</param>
/// <param name="InvoiceNumber">Six digits; C before them for a cancellation.</param>
/// <param name="StockCode">The product, in upper case.</param>
/// <param name="Description">The product's name, or "" where the shop left it empty.</param>
/// <param name="Quantity">Units; negative for what comes back or is written off.</param>
/// <param name="Date">The shop's local time, to the second.</param>
/// <param name="UnitPrice">Pounds sterling; 0 for what is given away or written off.</param>
/// <param name="CustomerId">The customer, or null for a sale to nobody known.</param>
/// <param name="Country">The customer's country.</param>
public sealed record InvoiceRow(
    int LineNumber,
    string InvoiceNumber,
    string StockCode,
    string Description,
    int Quantity,
    DateTime Date,
    decimal UnitPrice,
    string? CustomerId,
    string Country)
{
    /// <summary>Whether the line takes back an earlier sale.</summary>
    public bool IsCancellation => InvoiceNumber.StartsWith('C');

    /// <summary>What the line is worth, in pounds sterling.</summary>
    public decimal Amount => Quantity * UnitPrice;
}
