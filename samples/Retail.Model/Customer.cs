using Keyfold;

namespace Retail.Model;

#region a customer
/// <summary>Somebody who bought, with the country of the first invoice.</summary>
[Entity<RetailTable>("Customer")]
[PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
[SecondaryKey("GSI1", "COUNTRY#{Country}", "CUSTOMER#{Id}", Name = "ByCountry")]
public sealed partial record Customer
{
    /// <summary>Stands for everybody whom the shop did not write down: a third of the lines have no customer.</summary>
    public const string Unknown = "UNKNOWN";

    public required string Id { get; init; }

    public required string Country { get; init; }

    public required DateTime FirstSeen { get; init; }

    public int Invoices { get; init; }

    public decimal Spent { get; init; }

    [Version]
    public long Version { get; init; }
}
#endregion
