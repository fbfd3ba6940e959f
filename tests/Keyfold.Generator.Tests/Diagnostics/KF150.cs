namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF150 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [[|Version|]] public Guid Version { get; init; }
        }
        """;

    public override string Message => "'Order.Version' is Guid and cannot be a version; declare it as long or int";

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
    public Task It_is_declared_as_long() => Fixes("Declare 'Version' as long");

    [Fact]
    public Task A_version_is_never_null() => Fixes(
        "Declare 'Version' as long",
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id, [property: [|Version|]] long? Version);
        """,
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id, [property: Version] long Version);
        """);
}
