namespace Shapes;

[Table("shapes", TypeAttribute = "Kind")]
public sealed partial class Shapes;

[Entity<Shapes>("Class")]
[PrimaryKey("CLASS#{Name}", "CLASS")]
public partial class WithPrivateSetters
{
    private WithPrivateSetters()
    {
    }

    public WithPrivateSetters(string name) => Name = name;

    public string Name { get; private set; } = "";

    public int Count { get; private set; } = 5;

    public string? Note { get; init; } = "none";

    [TimeToLive(RoundUp = true)] public DateTime? Expires { get; init; }

    [Version] public int Version { get; init; }
}

[Entity<Shapes>("Constructor", Set = "Built")]
[PrimaryKey("CONSTRUCTOR#{Name}", "CONSTRUCTOR")]
public sealed partial class WithConstructor
{
    public WithConstructor(string name, int count = 7, string? @class = null)
    {
        Name = name;
        Count = count;
        Class = @class;
    }

    public string Name { get; }

    public int Count { get; }

    public string? Class { get; }

    [Version] public long Version { get; private set; }
}

[Entity<Shapes>("Struct")]
[PrimaryKey("STRUCT#{Name}", "STRUCT")]
internal partial struct Plain
{
    public Plain()
    {
    }

    public required string Name { get; set; }

    public int Count { get; init; } = 3;

    [Version] public long Version { get; set; }
}

[Entity<Shapes>("RecordStruct")]
[PrimaryKey("RECORDSTRUCT#{Name}", "RECORDSTRUCT")]
public partial record struct Positional(string Name, int Count = 2, [property: Version] long Version = 0);

public abstract class Base
{
    public required string Id { get; init; }

    public virtual DateTimeOffset CreatedAt { get; set; }

    [Attribute("the \"key\"")] public string? Key { get; set; }
}

[Entity<Shapes>("Derived")]
[PrimaryKey("DERIVED#{Id}", "DERIVED")]
public sealed partial class Derived : Base
{
    public override DateTimeOffset CreatedAt { get; set; } = DateTimeOffset.UnixEpoch;

    public string Reader { get; set; } = null!;

    public string? Value { get; set; }

    [TimeToLive(RoundUp = true)] public DateTimeOffset Expires { get; set; }

    public string? @event { get; set; }
}

public static partial class Outer
{
    [Entity<Shapes>("Nested")]
    [PrimaryKey("NESTED#{Id}", "NESTED")]
    public sealed partial record Nested(string Id, Inner Inner);

    [Document]
    public sealed partial record Inner(string Path, int Equality);
}
