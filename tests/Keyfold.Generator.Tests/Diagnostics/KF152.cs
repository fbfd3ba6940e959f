namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF152 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Session")]
        [PrimaryKey("SESSION#{Id}", "SESSION")]
        public sealed partial record Session
        {
            public required string Id { get; init; }
            [[|TimeToLive|]] public TimeSpan? Expires { get; init; }
        }
        """;

    public override string Message =>
        "'Session.Expires' is TimeSpan? and cannot be a time to live; declare it as DateTimeOffset, DateTime, or long or int for seconds since 1970";

    public override string Good => """
        [Entity<RetailTable>("Session")]
        [PrimaryKey("SESSION#{Id}", "SESSION")]
        public sealed partial record Session
        {
            public required string Id { get; init; }
            [TimeToLive] public DateTimeOffset? Expires { get; init; }
        }
        """;

    [Fact]
    public Task It_is_declared_as_a_time() => Fixes("Declare 'Expires' as DateTimeOffset?");
}
