namespace Keyfold.Tests.Model;

/// <summary>A table with an index that includes one attribute, not all that the class needs.</summary>
[Table("parcels")]
[GlobalSecondaryIndex("GSI1", Projection = IndexProjection.Include, NonKeyAttributes = ["Weight"])]
public sealed partial class ParcelTable;

[Entity<ParcelTable>("Parcel")]
[PrimaryKey("PARCEL#{Id}", "PARCEL")]
[SecondaryKey("GSI1", "CITY#{City}", "PARCEL#{Id}", Name = "ByCity")]
public sealed partial record Parcel(string Id, string City, int Weight, string Receiver);
