using Keyfold.Cli.Items;

namespace Keyfold.Cli.Tests;

public sealed class FilterTextTests
{
    [Theory]
    [InlineData("Country = 'France'", "#n0 = :v0", "Country", "France")]
    [InlineData("Total>=-3.5e2", "#n0>=:v0", "Total", "-350")]
    [InlineData("Lines[0].Units between 1 and 2", "#n0[0].#n1 between :v0 and :v1", "Lines,Units", "1,2")]
    [InlineData("begins_with(size, 'O''Neil') OR NOT attribute_exists (Gone)", "begins_with(#n0, :v0) OR NOT attribute_exists (#n1)", "size,Gone", "O'Neil")]
    [InlineData("Live = true and Note <> null", "#n0 = :v0 and #n1 <> :v1", "Live,Note", "true,null")]
    [InlineData("a in ('1', 2)", "#n0 in (:v0, :v1)", "a", "1,2")]
    public void Names_and_literals_become_placeholders(string text, string expression, string names, string values)
    {
        FilterText filter = FilterText.Parse(text);
        Assert.Equal(expression, filter.Expression);
        Assert.Equal(names, string.Join(',', filter.Names.Values));
        Assert.Equal(values.Replace("-350", "-3.5e2", StringComparison.Ordinal), string.Join(',', filter.Values.Values.Select(ItemText.Write)));
    }
}
