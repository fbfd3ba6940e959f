namespace Keyfold.Protocol.Tests;

/// <summary>The beginning of 2026, always.</summary>
internal sealed class StandingClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
