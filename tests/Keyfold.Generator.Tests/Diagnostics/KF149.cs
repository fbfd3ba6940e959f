namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF149 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [Version] public long Version { get; init; }
            [[|Version|]] public long Revision { get; init; }
        }
        """;

    public override string Message => "'Order.Version' and 'Order.Revision' both have [Version]; keep one";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [Version] public long Version { get; init; }
            public long Revision { get; init; }
        }
        """;

    [Fact]
    public Task The_second_is_removed() => Fixes("Remove [Version]");
}
