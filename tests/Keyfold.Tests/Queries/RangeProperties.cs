using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Queries;

/// <summary>Every range of a text gives what LINQ gives, in the order of UTF-8 bytes, for texts that make trouble.</summary>
public sealed class RangeProperties
{
    // the characters around which bounds are built: the lowest, the separator's neighbours, both sides of the surrogates, the highest a key can have
    private static readonly Gen<string> Texts =
        Gen.Elements("\0", "\u0001", "\"", "#", "$", "a", "b", "\uD7FF", "\uE000", "\uFFFF", "\U00010000", "\U0010FFFE")
            .NonEmptyListOf().Select(characters => string.Concat(characters.Take(3)));

    [Fact]
    public void Of_texts()
    {
        Gen<(string[] Numbers, string Lower, string Upper)> cases =
            from numbers in Texts.NonEmptyListOf() from lower in Texts from upper in Texts select (numbers.Distinct().ToArray(), lower, upper);

        Prop.ForAll(cases.ToArbitrary(), @case => CheckAsync(@case.Numbers, @case.Lower, @case.Upper).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20101201, 1));
    }

    private static async Task CheckAsync(string[] numbers, string lower, string upper)
    {
        var retail = new RetailTable();
        foreach (string number in numbers)
        {
            await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, number) with { Region = "EU" });
        }

        InvoicesByCustomerAndDate behindText = retail.Invoices.ByCustomer("1").DateIs(Invoices.Date);
        InvoicesByChannel alone = retail.Invoices.ByChannel(SalesChannel.Web, "EU");
        await Same(numbers, number => Compare(number, lower) >= 0, behindText.NumberFrom(lower), alone.NumberFrom(lower));
        await Same(numbers, number => Compare(number, lower) > 0, behindText.NumberAfter(lower), alone.NumberAfter(lower));
        await Same(numbers, number => Compare(number, lower) <= 0, behindText.NumberUntil(lower), alone.NumberUntil(lower));
        await Same(numbers, number => Compare(number, lower) < 0, behindText.NumberBefore(lower), alone.NumberBefore(lower));
        await Same(numbers, number => number.StartsWith(lower, StringComparison.Ordinal), behindText.NumberBeginsWith(lower), alone.NumberBeginsWith(lower));
        await Same(numbers, number => Compare(number, lower) == 0, behindText.NumberIs(lower), alone.NumberIs(lower));
        if (Compare(lower, upper) <= 0)
        {
            await Same(
                numbers,
                number => Compare(number, lower) >= 0 && Compare(number, upper) <= 0,
                behindText.NumberBetween(lower, upper),
                alone.NumberBetween(lower, upper));
        }
    }

    private static async Task Same(string[] numbers, Func<string, bool> isIn, params Query<Invoice, InvoiceFields>[] queries)
    {
        string[] expected = [.. numbers.Where(isIn).Order(Comparer<string>.Create(Compare))];
        foreach (Query<Invoice, InvoiceFields> query in queries)
        {
            Assert.Equal(expected, (await query.ToListAsync()).Select(invoice => invoice.Number));
        }
    }

    private static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
