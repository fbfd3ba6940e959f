namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF154 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Basket")]
        [PrimaryKey("BASKET#{Id}", "BASKET")]
        public sealed partial record Basket
        {
            public required string Id { get; init; }
            [TimeToLive] public DateTimeOffset Expires { get; init; }
        }

        [Entity<RetailTable>("Session")]
        [PrimaryKey("SESSION#{Id}", "SESSION")]
        public sealed partial record Session
        {
            public required string Id { get; init; }
            [[|TimeToLive|]] public DateTimeOffset Until { get; init; }
        }
        """;

    public override string Message =>
        "'Session' keeps its time to live in 'Until', but 'Basket' in 'Expires'; table 'RetailTable' has one attribute for it: use the same name";

    public override string Good => """
        [Entity<RetailTable>("Basket")]
        [PrimaryKey("BASKET#{Id}", "BASKET")]
        public sealed partial record Basket
        {
            public required string Id { get; init; }
            [TimeToLive] public DateTimeOffset Expires { get; init; }
        }

        [Entity<RetailTable>("Session")]
        [PrimaryKey("SESSION#{Id}", "SESSION")]
        public sealed partial record Session
        {
            public required string Id { get; init; }
            [TimeToLive] [Attribute("Expires")] public DateTimeOffset Until { get; init; }
        }
        """;

    [Fact]
    public Task The_second_takes_the_name_of_the_first() => Fixes("Store it in 'Expires'");
}
