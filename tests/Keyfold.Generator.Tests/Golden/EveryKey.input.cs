namespace Keys;

public enum Priority { Low, High }

public readonly record struct Sku(string Text) : IConverter<Sku, string>
{
    public static string ToStored(Sku value) => value.Text;

    public static Sku FromStored(string stored) => new(stored);
}

[Table("keys")]
[GlobalSecondaryIndex("GSI1", Projection = IndexProjection.KeysOnly)]
[GlobalSecondaryIndex("by-name", PartitionKey = "name", SortKey = null, Projection = IndexProjection.Include, NonKeyAttributes = ["Id"])]
[LocalSecondaryIndex("LSI1")]
[Collection("Shelf", typeof(Article), typeof(Part), Index = "GSI1")]
public sealed partial class Keys;

[Entity<Keys>("Article")]
[PrimaryKey("ARTICLE#{Sku:escape}#{Color}", "{Number:D6}#{Priority:D2}#{At:O}#{Day}#{Time:HH:mm}#{Code}#{Id:N}#{Flag}#{Letter}#{Link:escape}#{Price:00000.00}#{Size}")]
[SecondaryKey("GSI1", "SHELF", "{Name:escape}#{At:yyyy-MM-ddTHH:mm:ss}")]
[SecondaryKey("by-name", "NAME#{Name}", Name = "Named")]
[LocalSecondaryKey("LSI1", "{Modified:yyyyMMddHHmmss}#{Owner}")]
public sealed partial record Article
{
    [Converter<Sku>] public required Sku Sku { get; init; }
    public required string Color { get; init; }
    public required int Number { get; init; }
    public required Priority Priority { get; init; }
    public required DateTime At { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Time { get; init; }
    public required string Code { get; init; }
    public required Guid Id { get; init; }
    public required bool Flag { get; init; }
    public required char Letter { get; init; }
    public required Uri Link { get; init; }
    public required decimal Price { get; init; }
    public required long Size { get; init; }
    public string? Name { get; init; }
    public DateTimeOffset? Modified { get; init; }
    public string? Owner { get; init; }
}

[Entity<Keys>("Part")]
[PrimaryKey("PARTS", "PART#{Key}")]
[SecondaryKey("GSI1", "SHELF", "PART#{Key}", Name = "OnShelf")]
public sealed partial record Part(string Key);
