namespace Types;

[Table("types")]
public sealed partial class TypesTable;

public enum Color { Red, Green, Crimson = Red }

public enum Flags : byte { None, One }

public readonly record struct CustomerId(string Text);

public sealed class CustomerIds : IConverter<CustomerId, string>
{
    public static string ToStored(CustomerId value) => value.Text;

    public static CustomerId FromStored(string stored) => new(stored);
}

[Document]
public readonly partial record struct Point(double X, double Y);

[Document]
public sealed partial class Tree
{
    public string Name { get; set; } = "";

    public List<Tree> Children { get; set; } = [];
}

[Entity<TypesTable>("Scalars")]
[PrimaryKey("SCALARS#{Id}", "SCALARS")]
public sealed partial record Scalars
{
    public required Guid Id { get; init; }
    public required string Text { get; init; }
    public string? NullableText { get; init; }
    public char Letter { get; init; }
    public Uri? Link { get; init; }
    public bool Flag { get; init; }
    public sbyte SByte { get; init; }
    public byte Byte { get; init; }
    public short Short { get; init; }
    public ushort UShort { get; init; }
    public int Int { get; init; }
    public uint UInt { get; init; }
    public long Long { get; init; }
    public ulong ULong { get; init; }
    public Int128 Wide { get; init; }
    public UInt128 UWide { get; init; }
    public Half Half { get; init; }
    public float Float { get; init; }
    public double? Double { get; init; }
    public decimal Decimal { get; init; } = 1.5m;
    public DateTime At { get; init; }
    public DateTimeOffset AtOffset { get; init; }
    public DateOnly Day { get; init; }
    public TimeOnly Time { get; init; }
    public TimeSpan Duration { get; init; }
    public Color Color { get; init; }
    [Attribute(Storage = AttributeStorage.Number)] public Color ColorNumber { get; init; }
    public Flags? Flags { get; init; }
    public byte[] Bytes { get; init; } = [];
    public ReadOnlyMemory<byte> Memory { get; init; }
    public Keyfold.Items.AttributeValue Anything { get; init; }
    [Converter<CustomerIds>] public CustomerId Customer { get; init; }
    [Converter<CustomerIds>] public CustomerId? Referrer { get; init; }
    [TimeToLive(RoundUp = true)] public DateTimeOffset? ExpiresAt { get; init; }
    [Attribute("internal")] internal string? Hidden { get; init; }
    [Ignore] public int Computed => Int + 1;
}

[Entity<TypesTable>("Collections")]
[PrimaryKey("COLLECTIONS#{Id}", "COLLECTIONS")]
public sealed partial record Collections
{
    public required int Id { get; init; }
    public List<string> List { get; init; } = [];
    public IReadOnlyList<int?> Nullables { get; init; } = [];
    public IEnumerable<string?>? Sequence { get; init; }
    public decimal[] Array { get; init; } = [];
    public ImmutableArray<Color> Immutable { get; init; } = [];
    public Dictionary<string, List<Point>> Map { get; init; } = [];
    public IReadOnlyDictionary<string, Point?>? ReadOnlyMap { get; init; }
    public HashSet<string> Strings { get; init; } = [];
    public ISet<int>? Numbers { get; init; }
    public IReadOnlySet<Color> Colors { get; init; } = new HashSet<Color>();
    public HashSet<byte[]>? Binaries { get; init; }
    public Point Point { get; init; }
    public Point? MaybePoint { get; init; }
    public Tree? Tree { get; init; }
    public List<Tree> Forest { get; init; } = [];
}
