namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF151 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Session")]
        [PrimaryKey("SESSION#{Id}", "SESSION")]
        public sealed partial record Session
        {
            public required string Id { get; init; }
            [TimeToLive] public DateTimeOffset Expires { get; init; }
            [[|TimeToLive|]] public DateTimeOffset Until { get; init; }
        }
        """;

    public override string Message => "'Session.Expires' and 'Session.Until' both have [TimeToLive]; keep one";

    public override string Good => """
        [Entity<RetailTable>("Session")]
        [PrimaryKey("SESSION#{Id}", "SESSION")]
        public sealed partial record Session
        {
            public required string Id { get; init; }
            [TimeToLive] public DateTimeOffset Expires { get; init; }
            public DateTimeOffset Until { get; init; }
        }
        """;

    [Fact]
    public Task The_second_is_removed() => Fixes("Remove [TimeToLive]");
}
