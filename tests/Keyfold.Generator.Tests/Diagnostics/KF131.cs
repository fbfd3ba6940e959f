namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF131 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Page")]
        [PrimaryKey("PAGE#{Name}", [|"V#{Version:D10}"|])]
        public sealed partial record Page
        {
            public required string Name { get; init; }
            [Version] public long Version { get; init; }
        }
        """;

    public override string Message =>
        "'Page.Version' changes when the entity is written and cannot be part of its primary key; use another property";

    public override string Good => """
        [Entity<RetailTable>("Page")]
        [PrimaryKey("PAGE#{Name}", "V#{Edition:D10}")]
        public sealed partial record Page
        {
            public required string Name { get; init; }
            public required int Edition { get; init; }
            [Version] public long Version { get; init; }
        }
        """;

    [Fact]
    public Task A_time_to_live_cannot_be_the_key_either() => Reports(
        """
        [Table("sessions", PartitionKey = "Id", SortKey = "Expires")]
        public sealed partial class SessionTable;

        [Entity<SessionTable>("Session")]
        public sealed partial record Session
        {
            [PartitionKey] public required string Id { get; init; }
            [[|SortKey|], TimeToLive] public required DateTimeOffset Expires { get; init; }
        }
        """,
        "'Session.Expires' changes when the entity is written and cannot be part of its primary key; use another property");
}
