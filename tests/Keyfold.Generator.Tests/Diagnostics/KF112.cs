namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF112 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"ORDER#{Id:}"|], "ORDER")]
        public sealed partial record Order(string Id);
        """;

    public override string Message => "The key template 'ORDER#{Id:}' of 'Order' has '{Id:}' with an empty format; write {Id}";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task An_empty_format_is_removed() => Fixes("Remove the empty format");

    [Theory]
    [InlineData("", "is empty; a key is at least one character")]
    [InlineData("ORDER#{Id", "has a '{' without '}'; write {{ for a brace itself")]
    [InlineData("ORDER#Id}", "has a '}' without '{'; write }} for a brace itself")]
    [InlineData("ORDER#{}", "has '{}', which names no property; write {Property} or {Property:format}")]
    [InlineData("ORDER#{1}", "has '{1}', which names no property; write {Property} or {Property:format}")]
    [InlineData("ORDER#{Id.Length}", "has '{Id.Length}', which names no property; write {Property} or {Property:format}")]
    public Task Each_mistake_has_its_words(string template, string mistake) => Reports(
        $$"""
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", [|"{{template}}"|])]
        public sealed partial record Order(string Id);
        """,
        $"The key template '{template}' of 'Order' {mistake}");
}
