namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF157 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial class Order(string id, long version)
        {
            public string Id { get; } = id;
            [[|Version|]] public long Version { get; } = version;
        }
        """;

    public override string Message =>
        "'Order.Version' is a version that the constructor alone can set, but each write makes an entity with the next one; add init or a private setter";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial class Order(string id, long version)
        {
            public string Id { get; } = id;
            [Version] public long Version { get; private set; } = version;
        }
        """;

    [Fact]
    public Task An_init_accessor_will_do() => Fixes("Add init", """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial class Order(string id, long version)
        {
            public string Id { get; } = id;
            [Version] public long Version { get; init; } = version;
        }
        """);
}
