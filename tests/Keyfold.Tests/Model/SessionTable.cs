namespace Keyfold.Tests.Model;

/// <summary>A table whose entities expire, in whole seconds rounded up.</summary>
[Table("sessions")]
public sealed partial class SessionTable;

[Entity<SessionTable>("Session")]
[PrimaryKey("SESSION#{Id}", "SESSION")]
public sealed partial record Session(string Id, [property: TimeToLive(RoundUp = true)] DateTimeOffset? Expires);

/// <summary>A class with a version, both of which only an initializer can set.</summary>
[Entity<SessionTable>("Login")]
[PrimaryKey("LOGIN#{Id}", "LOGIN")]
public sealed partial class Login
{
    public required string Id { get; init; }

    [TimeToLive(RoundUp = true)]
    public DateTime Expires { get; init; }

    [Version]
    public int Version { get; init; }
}

[Entity<SessionTable>("Token")]
[PrimaryKey("TOKEN#{Id}", "TOKEN")]
public readonly partial record struct Token(string Id, [property: TimeToLive(RoundUp = true)] DateTimeOffset Expires);
