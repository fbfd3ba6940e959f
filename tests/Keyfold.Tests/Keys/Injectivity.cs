using FsCheck;
using FsCheck.Fluent;
using Keyfold.Keys;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Keys;

/// <summary>No two entities have one key, unless the properties of their keys are equal.</summary>
public sealed class Injectivity
{
    // few characters, and those that make trouble
    private static readonly Gen<string> Texts = Gen.Elements('#', '%', '2', '3', 'a', 'A', '\0', 'é').ArrayOf().Select(characters => new string(characters));

    private static readonly Gen<DateTime> Times =
        Gen.Choose(0, 3).Two().Select(pair => new DateTime(2010, 12, 1, 0, 0, pair.Item1, pair.Item2 % 2 == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified));

    [Fact]
    public void Primary_keys_are_equal_only_if_their_parts_are()
    {
        Gen<InvoiceKey> keys = from customer in Texts from date in Times from number in Texts select new InvoiceKey(customer, date, number);

        Prop.ForAll(keys.Two().ToArbitrary(), pair =>
            Build(pair.Item1) is not { } left || Build(pair.Item2) is not { } right || (left == right) == (pair.Item1 == pair.Item2))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void Escaped_texts_are_equal_only_if_their_values_are()
    {
        var part = KeyText.InTemplate(new Templates.TextPart("P", escapes: true), "#Z");

        Prop.ForAll(Texts.Where(text => text.Length > 0).Two().ToArbitrary(), pair =>
            string.Equals(KeyText.Of(part, pair.Item1), KeyText.Of(part, pair.Item2), StringComparison.Ordinal)
                == string.Equals(pair.Item1, pair.Item2, StringComparison.Ordinal)
            && !KeyText.Of(part, pair.Item1).Contains('#', StringComparison.Ordinal))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    /// <summary>The key, or null where a part is refused.</summary>
    private static ItemKey? Build(InvoiceKey key)
    {
        try
        {
            return key.ToItemKey();
        }
        catch (KeyException)
        {
            return null;
        }
    }
}
