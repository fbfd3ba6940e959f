using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Keyfold.Items;
using Keyfold.Tests.Backends;
using Keyfold.Tests.Codecs;
using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>An entity with a property of every type comes back as it was, from generated code, through a backend.</summary>
public abstract class EveryPropertyType(EverythingTable table)
{
    [Fact]
    public async Task Full()
    {
        var entity = new Everything
        {
            Id = new Guid("0102030405060708090a0b0c0d0e0f10"),
            SByte = sbyte.MinValue,
            Byte = byte.MaxValue,
            Short = short.MinValue,
            UShort = ushort.MaxValue,
            Int = int.MinValue,
            UInt = uint.MaxValue,
            Long = long.MinValue,
            ULong = ulong.MaxValue,
            Int128 = Int128.MaxValue / 10,
            UInt128 = UInt128.MaxValue / 10,
            Half = (Half)0.1,
            Float = 0.1f,
            Double = 0.1,
            Decimal = decimal.MaxValue,
            Bool = true,
            Char = 'é',
            String = "text",
            Uri = new Uri("https://example.com/?q=1"),
            Guid = Guid.AllBitsSet,
            DateTime = new DateTime(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc),
            DateTimeOffset = new DateTimeOffset(2010, 12, 1, 8, 26, 0, TimeSpan.FromHours(2)),
            DateOnly = new DateOnly(2010, 12, 1),
            TimeOnly = new TimeOnly(8, 26),
            TimeSpan = TimeSpan.FromMinutes(90),
            Enum = DayOfWeek.Friday,
            EnumNumber = (DayOfWeek)12,
            Bytes = [1, 2, 3],
            Memory = new byte[] { 4, 5 },
            Open = AttributeValue.List("a", 1, AttributeValue.Null),
            Converted = new StockCode("85123A"),
            Expires = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
            List = [3, 1, 2],
            Interface = ["a", null],
            Array = [1, null],
            Immutable = ["x"],
            Dictionary = new() { ["a.b"] = 1.5m },
            Documents = new Dictionary<string, Address> { ["home"] = new("High Street 1", "London") },
            StringSet = ["a", "b"],
            NumberSet = new HashSet<int> { 1, 2 },
            Document = new Address("High Street 1", "London"),
            Nested = [[new Address("1", "A")], []],
            NullableInt = 0,
            NullableDecimal = 1,
            NullableDateTime = new DateTime(2010, 12, 1),
            NullableEnum = DayOfWeek.Monday,
            NullableString = "",
            NullableList = [],
            NullableSet = ["a"],
        };

        await ComesBack(entity);
    }

    [Fact]
    public async Task Empty() => await ComesBack(new Everything { Id = Guid.Empty });

    [Fact]
    public void Random()
    {
        Gen<Everything> entities =
            from text in Texts()
            from number in ArbMap.Default.GeneratorFor<long>()
            from money in ArbMap.Default.GeneratorFor<decimal>()
            from time in ArbMap.Default.GeneratorFor<DateTime>()
            from list in ArbMap.Default.GeneratorFor<int[]>()
            from texts in Texts().ArrayOf()
            select new Everything
            {
                Id = new Guid((int)number, (short)number, (short)number, BitConverter.GetBytes(number)),
                String = text,
                NullableString = number % 2 == 0 ? null : text,
                Long = number,
                Decimal = money,
                NullableDecimal = number % 3 == 0 ? null : money,
                Double = number / 7.0,
                DateTime = DateTime.SpecifyKind(time, DateTimeKind.Utc),
                TimeSpan = TimeSpan.FromTicks(number),
                List = [.. list],
                Interface = texts,
                StringSet = [.. texts],
                Dictionary = texts.Where(key => key.Length > 0).Distinct().ToDictionary(key => key, _ => money),
                Nested = [.. texts.Select(item => new List<Address> { new(item, text) })],
            };

        Prop.ForAll(entities.ToArbitrary(), entity => ComesBack(entity).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20101201, 1));
    }

    private static Gen<string> Texts() => Gen.Elements("", "a", "é", "\U0001F600", "a.b[0]", new string('x', 200));

    private async Task ComesBack(Everything entity)
    {
        await table.All.PutAsync(entity);
        Everything? read = await table.All.GetAsync(entity.Id);
        Assert.Equal(Describe(entity), Describe(read));
    }

    /// <summary>All properties and what is in them, sets in order.</summary>
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        // trailing zeros do not count in comparing decimals, and are not kept
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        DateTime time => $"{time:O} {time.Kind}",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        ReadOnlyMemory<byte> memory => Convert.ToHexString(memory.Span),
        AttributeValue or Enum or Uri or StockCode => value.ToString()!,
        IEnumerable elements when value.GetType() is { IsGenericType: true } type
            && (type.Name.Contains("Set", StringComparison.Ordinal) || type.Name.Contains("Dictionary", StringComparison.Ordinal)) =>
            $"{{{string.Join(", ", elements.Cast<object?>().Select(Describe).Order(StringComparer.Ordinal))}}}",
        IEnumerable elements => $"[{string.Join(", ", elements.Cast<object?>().Select(Describe))}]",
        IFormattable scalar => scalar.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => DescribeProperties(value),
    };

    [UnconditionalSuppressMessage("Trimming", "IL2075:DynamicallyAccessedMembers", Justification = "The test describes itself; what it tests is generated, and does not.")]
    private static string DescribeProperties(object value)
    {
        var text = new StringBuilder();
        foreach (PropertyInfo property in value.GetType().GetProperties())
        {
            text.Append('\n').Append(property.Name).Append(" = ").Append(Describe(property.GetValue(value)));
        }

        return text.ToString();
    }
}

public sealed class EveryPropertyTypeOnTheEngine() : EveryPropertyType(new EverythingTable());

public sealed class EveryPropertyTypeOverJson() : EveryPropertyType(JsonTables.Everything());
