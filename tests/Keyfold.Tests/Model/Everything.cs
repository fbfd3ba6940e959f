using System.Collections.Immutable;
using Keyfold.Items;
using Keyfold.Tests.Codecs;

namespace Keyfold.Tests.Model;

[Table("everything", PartitionKey = "Id", SortKey = null)]
public sealed partial class EverythingTable;

/// <summary>An entity with a property of every type that there is.</summary>
[Entity<EverythingTable>("Everything", Set = "All")]
public sealed partial record Everything
{
    [PartitionKey]
    public required Guid Id { get; init; }

    public sbyte SByte { get; init; }

    public byte Byte { get; init; }

    public short Short { get; init; }

    public ushort UShort { get; init; }

    public int Int { get; init; }

    public uint UInt { get; init; }

    public long Long { get; init; }

    public ulong ULong { get; init; }

    public Int128 Int128 { get; init; }

    public UInt128 UInt128 { get; init; }

    public Half Half { get; init; }

    public float Float { get; init; }

    public double Double { get; init; }

    public decimal Decimal { get; init; }

    public bool Bool { get; init; }

    public char Char { get; init; } = ' ';

    public string String { get; init; } = "";

    public Uri? Uri { get; init; }

    public Guid Guid { get; init; }

    public DateTime DateTime { get; init; }

    public DateTimeOffset DateTimeOffset { get; init; }

    public DateOnly DateOnly { get; init; }

    public TimeOnly TimeOnly { get; init; }

    public TimeSpan TimeSpan { get; init; }

    public DayOfWeek Enum { get; init; }

    [Attribute("enum \"number\"", Storage = AttributeStorage.Number)]
    public DayOfWeek EnumNumber { get; init; }

    public byte[] Bytes { get; init; } = [];

    public ReadOnlyMemory<byte> Memory { get; init; }

    public AttributeValue Open { get; init; }

    [Converter<StockCodeConverter>]
    public StockCode Converted { get; init; } = new("none");

    [TimeToLive]
    public DateTimeOffset? Expires { get; init; }

    public List<int> List { get; init; } = [];

    public IReadOnlyList<string?> Interface { get; init; } = [];

    public int?[] Array { get; init; } = [];

    public ImmutableArray<string> Immutable { get; init; } = [];

    public Dictionary<string, decimal> Dictionary { get; init; } = [];

    public IReadOnlyDictionary<string, Address> Documents { get; init; } = new Dictionary<string, Address>();

    public HashSet<string> StringSet { get; init; } = [];

    public ISet<int> NumberSet { get; init; } = new HashSet<int>();

    public Address? Document { get; init; }

    public List<List<Address>> Nested { get; init; } = [];

    [Ignore]
    public string Ignored { get; init; } = "ignored";

    public int? NullableInt { get; init; }

    [Attribute("größe\t\\")]
    public decimal? NullableDecimal { get; init; }

    public DateTime? NullableDateTime { get; init; }

    public DayOfWeek? NullableEnum { get; init; }

    public string? NullableString { get; init; }

    public List<int>? NullableList { get; init; }

    public HashSet<string>? NullableSet { get; init; }
}
