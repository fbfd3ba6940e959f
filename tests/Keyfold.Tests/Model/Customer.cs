namespace Keyfold.Tests.Model;

[Entity<RetailTable>("Customer")]
[PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
[SecondaryKey("GSI1", "COUNTRY#{Country}", "CUSTOMER#{Id}", Name = "ByCountry")]
public sealed partial record Customer
{
    public required string Id { get; init; }

    public required string Country { get; init; }

    public Address? Address { get; init; }

    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();

    [Version]
    public long Version { get; init; }
}

[Document]
public sealed partial record Address(string Street, string City);
