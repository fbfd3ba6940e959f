namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF159 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Basket")]
        [PrimaryKey("BASKET#{Id}", "BASKET")]
        public sealed partial class Basket(string id, DateTimeOffset? expires)
        {
            public string Id { get; } = id;
            [[|TimeToLive(RoundUp = true)|]] public DateTimeOffset? Expires { get; } = expires;
        }
        """;

    public override string Message =>
        "'Basket.Expires' is rounded up when it is written, but the constructor alone can set it; add init or a private setter, or remove RoundUp";

    public override string Good => """
        [Entity<RetailTable>("Basket")]
        [PrimaryKey("BASKET#{Id}", "BASKET")]
        public sealed partial class Basket(string id, DateTimeOffset? expires)
        {
            public string Id { get; } = id;
            [TimeToLive(RoundUp = true)] public DateTimeOffset? Expires { get; init; } = expires;
        }
        """;

    [Fact]
    public Task An_init_accessor_is_added() => Fixes("Add init");

    [Fact]
    public Task What_is_not_rounded_is_not_changed() => Allows("""
        [Entity<RetailTable>("Basket")]
        [PrimaryKey("BASKET#{Id}", "BASKET")]
        public sealed partial class Basket(string id, DateTimeOffset? expires)
        {
            public string Id { get; } = id;
            [TimeToLive] public DateTimeOffset? Expires { get; } = expires;
        }
        """);
}
