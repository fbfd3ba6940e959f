namespace Keyfold.Tests.Model;

/// <summary>A table whose keys are properties themselves, with indexes that have several key attributes or keep only keys.</summary>
[Table("catalog", PartitionKey = "Id", SortKey = null)]
[GlobalSecondaryIndex("BySupplier", PartitionKeys = ["Supplier", "Warehouse"], SortKeys = ["Category", "Price"])]
[GlobalSecondaryIndex("ByKind", PartitionKey = "Kind", SortKey = "Weight", Projection = IndexProjection.KeysOnly)]
public sealed partial class CatalogTable;

[Entity<CatalogTable>("Product")]
public sealed partial class Product
{
    [PartitionKey]
    public required Guid Id { get; init; }

    [PartitionKey(Index = "BySupplier", Name = "BySupplier")]
    public string? Supplier { get; set; }

    [PartitionKey(Index = "BySupplier")]
    public int? Warehouse { get; set; }

    [SortKey(Index = "BySupplier")]
    public string? Category { get; set; }

    [SortKey(Index = "BySupplier")]
    public decimal? Price { get; set; }

    [PartitionKey(Index = "ByKind", Name = "ByKind")]
    public string? Kind { get; set; }

    [SortKey(Index = "ByKind")]
    public double? Weight { get; set; }

    public string Name { get; private set; } = "unnamed";

    public void Rename(string name) => Name = name;
}
