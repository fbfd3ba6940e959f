using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;

namespace Keyfold.Generator.Tests.Parsing;

public sealed class KeyTemplateTests
{
    [Fact]
    public void A_template_is_split_into_text_and_parts()
    {
        IReadOnlyList<TemplateSegment> segments = KeyTemplate.Split("A{{1}}#{X}#{Date:HH:mm}", out string? mistake);

        Assert.Null(mistake);
        Assert.Equal([new("A{1}#", null, null), new(null, "X", null), new("#", null, null), new(null, "Date", "HH:mm")], segments);
    }

    [Theory]
    [InlineData("", "is empty; a key is at least one character")]
    [InlineData("A#{X", "has a '{' without '}'; write {{ for a brace itself")]
    [InlineData("A#X}", "has a '}' without '{'; write }} for a brace itself")]
    [InlineData("{}", "has '{}', which names no property; write {Property} or {Property:format}")]
    [InlineData("{X Y}", "has '{X Y}', which names no property; write {Property} or {Property:format}")]
    [InlineData("{X:}", "has '{X:}' with an empty format; write {X}")]
    public void A_malformed_template_is_explained(string template, string expected)
    {
        KeyTemplate.Split(template, out string? mistake);

        Assert.Equal(expected, mistake);
    }

    [Theory]
    [InlineData(nameof(ValueKind.DateTime), "O", nameof(TimeFormatKind.Ordered))]
    [InlineData(nameof(ValueKind.DateTime), "s", nameof(TimeFormatKind.Ordered))]
    [InlineData(nameof(ValueKind.DateTime), "yyyy-MM-ddTHH:mm:ss.fffZ", nameof(TimeFormatKind.Ordered))]
    [InlineData(nameof(ValueKind.DateTime), "yyyy", nameof(TimeFormatKind.Ordered))]
    [InlineData(nameof(ValueKind.DateTime), "yyyyMMdd'at'HH", nameof(TimeFormatKind.Ordered))]
    [InlineData(nameof(ValueKind.DateTime), "dd.MM.yyyy", nameof(TimeFormatKind.Unordered))]
    [InlineData(nameof(ValueKind.DateTime), "yyyy-dd", nameof(TimeFormatKind.Unordered))]
    [InlineData(nameof(ValueKind.DateTime), "yyyy-MM-dd hh:mm", nameof(TimeFormatKind.Unsupported))]
    [InlineData(nameof(ValueKind.DateTime), "MMM yyyy", nameof(TimeFormatKind.Unsupported))]
    [InlineData(nameof(ValueKind.DateTime), "yyyy-MM-ddTHH:mm:ss.FFF", nameof(TimeFormatKind.Unsupported))]
    [InlineData(nameof(ValueKind.DateTime), "yyyy-MM-ddTHH:mm:ss.ffffffff", nameof(TimeFormatKind.Unsupported))]
    [InlineData(nameof(ValueKind.DateTime), "'open", nameof(TimeFormatKind.Unsupported))]
    [InlineData(nameof(ValueKind.DateTime), "text", nameof(TimeFormatKind.Unsupported))]
    [InlineData(nameof(ValueKind.DateTime), "R", nameof(TimeFormatKind.Unsupported))]
    [InlineData(nameof(ValueKind.DateOnly), "yyyy-MM-dd", nameof(TimeFormatKind.Ordered))]
    [InlineData(nameof(ValueKind.DateOnly), "yyyy-MM-dd HH", nameof(TimeFormatKind.Unsupported))]
    [InlineData(nameof(ValueKind.TimeOnly), "HH:mm:ss.ff", nameof(TimeFormatKind.Ordered))]
    [InlineData(nameof(ValueKind.TimeOnly), "mm:HH", nameof(TimeFormatKind.Unordered))]
    public void A_format_of_time_is_in_order_if_it_goes_from_the_year_down(string kind, string format, string expected) =>
        Assert.Equal(expected, TimeFormat.Classify(Enum.Parse<ValueKind>(kind), format).ToString());

    [Theory]
    [InlineData("Customer", "Customers")]
    [InlineData("Category", "Categories")]
    [InlineData("Day", "Days")]
    [InlineData("Address", "Addresses")]
    [InlineData("Box", "Boxes")]
    [InlineData("Status", "Statuses")]
    [InlineData("Settings", "Settings")]
    [InlineData("Branch", "Branches")]
    public void A_set_has_the_plural_of_its_entity(string noun, string plural) => Assert.Equal(plural, Names.Plural(noun));
}
