namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF155 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [[|Ignore|], Version] public long Version { get; init; }
        }
        """;

    public override string Message => "'Order.Version' has [Ignore] and [Version]; remove one of the two";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [Version] public long Version { get; init; }
        }
        """;

    [Fact]
    public Task It_is_stored() => Fixes("Remove [Ignore]");

    [Fact]
    public Task It_is_ignored() => Fixes("Remove [Version]", """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [Ignore] public long Version { get; init; }
        }
        """);
}
