namespace Broken;

[Table("broken")]
public sealed partial class Table;

[Entity<Table>("Thing")]
[PrimaryKey("THING#{Id}", "{Name}#{At}")]
[SecondaryKey("GSI1", "NAME#{Name}")]
public sealed partial record Thing
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public required DateTime At { get; init; }

    public object? Anything { get; init; }

    public Detail Detail { get; init; } = new();
}

[Document]
public sealed partial record Detail
{
    public (int, int) Pair { get; init; }

    public int Computed => 5;
}

public static class Uses
{
    public static async Task<Thing?> Get(Table table) => await table.Things.GetAsync("1", "name", default);

    public static Task<List<Thing>> Query(Table table) => table.Things.ById("1").Where(thing => thing.Detail.Exists()).ToListAsync().AsTask();
}
