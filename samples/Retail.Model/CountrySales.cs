using Keyfold;

namespace Retail.Model;

/// <summary>What one country bought on one day, kept up to date as invoices arrive.</summary>
[Entity<RetailTable>("CountrySales", Set = "CountrySales")]
[PrimaryKey("DAY#{Day}", "COUNTRY#{Country}", Name = "ByDay")]
[SecondaryKey("GSI1", "SALES#{Country}", "{Day}", Name = "ByCountry")]
public sealed partial record CountrySales
{
    public required DateOnly Day { get; init; }

    public required string Country { get; init; }

    public int Invoices { get; init; }

    public int Lines { get; init; }

    /// <summary>Pounds sterling, cancellations taken off.</summary>
    public decimal Total { get; init; }
}
