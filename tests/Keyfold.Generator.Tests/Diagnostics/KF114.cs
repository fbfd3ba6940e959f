namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF114 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"ORDER#{Id}"|], "ORDER")]
        public sealed partial record Order
        {
            [Ignore] public string Id { get; init; } = "";
        }
        """;

    public override string Message =>
        "'Order.Id' is part of a key and must be stored; remove [Ignore], or make it public with a way to set it";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public string Id { get; init; } = "";
        }
        """;

    [Fact]
    public Task The_property_is_stored() => Fixes("Remove [Ignore] from 'Id'");

    [Fact]
    public Task A_property_that_is_not_public_is_not_stored() => Reports(
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"ORDER#{Id}"|], "ORDER")]
        public sealed partial record Order
        {
            internal string Id { get; init; } = "";
        }
        """,
        "'Order.Id' is part of a key and must be stored; remove [Ignore], or make it public with a way to set it");
}
