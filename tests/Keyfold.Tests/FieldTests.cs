using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Tests.Codecs;
using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>Every condition that a field has is evaluated as it reads.</summary>
public sealed class FieldTests
{
    private static readonly DateTime Time = new(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc);

    private readonly EverythingTable _table = new();

    public FieldTests() => _table.All.PutAsync(new Everything
    {
        Id = Guid.Empty,
        String = "abc",
        Int = 5,
        Decimal = 1.5m,
        Bool = true,
        Enum = DayOfWeek.Friday,
        EnumNumber = DayOfWeek.Friday,
        DateTime = Time,
        DateTimeOffset = new DateTimeOffset(Time).ToOffset(TimeSpan.FromHours(2)),
        DateOnly = new DateOnly(2010, 12, 1),
        TimeSpan = TimeSpan.FromMinutes(90),
        Guid = new Guid("0102030405060708090a0b0c0d0e0f10"),
        Bytes = [1, 2, 3],
        Converted = new StockCode("85123A"),
        Expires = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        List = [1, 2],
        Interface = ["a", null],
        Dictionary = new() { ["a.b"] = 2 },
        Documents = new Dictionary<string, Address> { ["home"] = new("High Street 1", "London") },
        StringSet = ["x", "y"],
        Document = new Address("abc", "London"),
        Nested = [[new Address("1", "Paris")]],
        NullableInt = 7,
    }).AsTask().GetAwaiter().GetResult();

    [Fact]
    public async Task Strings()
    {
        await Holds(e => e.String == "abc" & e.String != "abd" & e.String < "abd" & e.String <= "abc" & e.String > "abb" & e.String >= "abc");
        await Holds(e => e.String.Between("a", "b") & e.String.In("x", "abc") & e.String.BeginsWith("ab") & e.String.Contains("bc") & e.String.Size() == 3);
        await Fails(e => e.String == "abd", e => e.String < "abc", e => e.String.In("x"), e => e.String.BeginsWith("b"), e => e.String.Size() > 3);
    }

    [Fact]
    public async Task Numbers()
    {
        await Holds(e => e.Int == 5 & e.Int != 6 & e.Int < 6 & e.Int <= 5 & e.Int > 4 & e.Int >= 5 & e.Int.Between(5, 5) & e.Int.In(1, 5));
        await Holds(e => e.Decimal == 1.50m & e.TimeSpan > TimeSpan.FromHours(1) & e.NullableInt == 7);
        await Fails(e => e.Int == 6, e => e.Int < 5, e => e.NullableDecimal > 0m, e => e.NullableDecimal < 0m);
    }

    [Fact]
    public async Task Points_in_time_are_compared_whatever_their_kind_or_offset()
    {
        DateTime unspecified = DateTime.SpecifyKind(Time, DateTimeKind.Unspecified);
        var elsewhere = new DateTimeOffset(Time).ToOffset(TimeSpan.FromHours(-5));
        await Holds(e => e.DateTime == unspecified & e.DateTime >= unspecified & e.DateTime <= unspecified & e.DateTime.Between(unspecified, unspecified));
        await Holds(
            e => e.DateTimeOffset == elsewhere & e.DateTimeOffset >= elsewhere & e.DateTimeOffset <= elsewhere & e.DateTimeOffset != elsewhere.AddTicks(1));
        await Holds(e => e.DateTimeOffset < elsewhere.AddTicks(1) & e.DateTimeOffset > elsewhere.AddTicks(-1) & e.DateTime < Time.AddTicks(1));
        await Holds(e => e.DateOnly == new DateOnly(2010, 12, 1) & e.DateOnly < new DateOnly(2010, 12, 2)
            & e.Expires > new DateTimeOffset(2029, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await Fails(e => e.DateTime < unspecified, e => e.DateTime > unspecified, e => e.DateTimeOffset != elsewhere, e => e.NullableDateTime < Time);
    }

    [Fact]
    public async Task Booleans_enums_and_others()
    {
        await Holds(e => e.Bool & (e.Bool | e.Int == 0) & e.Bool == true & e.Bool != false);
        await Holds(e => e.Enum == DayOfWeek.Friday & e.Enum.In(DayOfWeek.Monday, DayOfWeek.Friday) & e.EnumNumber > DayOfWeek.Monday);
        await Holds(e => e.Guid == new Guid("0102030405060708090a0b0c0d0e0f10") & e.Guid > Guid.Empty & e.Converted == new StockCode("85123A"));
        await Holds(e => e.Bytes == new byte[] { 1, 2, 3 } & e.Bytes.BeginsWith([1]) & e.Bytes.Size() == 3);
        await Fails(e => !e.Bool, e => e.Enum != DayOfWeek.Friday, e => e.Converted == new StockCode("x"));
    }

    [Fact]
    public async Task Places_inside_of_documents_lists_and_maps()
    {
        await Holds(e => e.Document.City == "London" & e.Documents["home"].Street.BeginsWith("High") & e.Nested[0][0].City == "Paris");
        await Holds(e => e.List[1] == 2 & e.List.Contains(2) & e.List.Size() == 2 & e.Dictionary["a.b"] == 2m & e.Dictionary.Size() == 1);
        await Holds(e => e.StringSet.Contains("x") & e.StringSet.Size() == 2 & !e.StringSet.Contains("z"));
        await Fails(e => e.List[2] == 3, e => e.Documents["work"].City == "London", e => e.List.Contains(3));
    }

    [Fact]
    public async Task Missing_NULL_and_a_value_are_three_things()
    {
        await Holds(e => e.NullableInt.Exists() & e.NullableString.NotExists() & !e.NullableString.IsNull() & e.NullableString != "x");
        await Holds(e => e.Interface[1].Exists() & e.Interface[1].IsNull() & e.Interface[0].TypeIs(AttributeType.String) & !e.Interface[0].IsNull());
        await Holds(e => e.Document.Exists() & e.NullableSet.NotExists());
    }

    [Fact]
    public async Task A_path_is_compared_with_a_path_by_a_method()
    {
        await Holds(e => e.String.EqualTo(e.Document.Street) & e.String.NotEqualTo(e.Document.City) & e.Int.LessThan(e.NullableInt) & e.Int.LessThanOrEqualTo(e.NullableInt));
        await Holds(e => e.NullableInt.GreaterThan(e.Int) & e.NullableInt.GreaterThanOrEqualTo(e.Int));
        await Fails(e => e.String.EqualTo(e.NullableString), e => e.Int.GreaterThan(e.NullableInt));
    }

    [Fact]
    public void In_takes_1_to_100_values()
    {
        Assert.Throws<ArgumentException>(() => default(EverythingFields).Int.In());
        Assert.Throws<ArgumentException>(() => default(EverythingFields).Int.In([.. Enumerable.Range(0, 101)]));
    }

    private async Task Holds(Func<EverythingFields, Condition> condition) => Assert.Equal(1, await _table.All.Scan().Where(condition).CountAsync());

    private async Task Fails(params Func<EverythingFields, Condition>[] conditions)
    {
        foreach (Func<EverythingFields, Condition> condition in conditions)
        {
            Assert.Equal(0, await _table.All.Scan().Where(condition).CountAsync());
        }
    }
}
