using Keyfold.Tests.Model;

namespace Keyfold.Tests.Writes;

/// <summary>What a write gives back is what a read finds, with a time to live that is rounded up too.</summary>
public sealed class RoundedTimeToLiveTests
{
    private static readonly DateTimeOffset Second = new(2030, 5, 1, 12, 0, 1, TimeSpan.Zero);

    private readonly SessionTable _sessions = new();

    public static TheoryData<DateTimeOffset?> Times =>
    [
        (DateTimeOffset?)null, Second, Second.AddTicks(-1), Second.AddMilliseconds(-999), Second.AddTicks(-1).ToOffset(TimeSpan.FromHours(2)),
        new DateTimeOffset(1969, 12, 31, 23, 59, 59, 1, TimeSpan.Zero),
    ];

    [Theory]
    [MemberData(nameof(Times))]
    public async Task A_record_comes_back_from_its_put_as_from_a_get(DateTimeOffset? expires)
    {
        Session stored = await _sessions.Sessions.PutAsync(new Session("1", expires));

        Assert.Equal(stored, await _sessions.Sessions.GetAsync("1"));
        Assert.InRange(stored.Expires - expires ?? TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1));
    }

    [Fact]
    public async Task A_class_is_copied_and_the_one_that_was_put_stays()
    {
        var login = new Login { Id = "1", Expires = Second.UtcDateTime.AddTicks(-1) };

        Login stored = await _sessions.Logins.PutAsync(login);
        Login read = (await _sessions.Logins.GetAsync("1"))!;

        Assert.Equal((Second.UtcDateTime, DateTimeKind.Utc, 1), (stored.Expires, stored.Expires.Kind, stored.Version));
        Assert.Equal((stored.Id, stored.Expires, stored.Version), (read.Id, read.Expires, read.Version));
        Assert.Equal((Second.UtcDateTime.AddTicks(-1), 0), (login.Expires, login.Version));
    }

    [Fact]
    public async Task A_struct_comes_back_from_its_put_as_from_a_get()
    {
        Token stored = await _sessions.Tokens.Put(new Token("1", Second.AddTicks(-1))).ApplyAsync();

        Assert.Equal(new Token("1", Second), stored);
        Assert.Equal(stored, await _sessions.Tokens.GetAsync("1"));
    }

    [Fact]
    public async Task What_needs_no_rounding_is_not_copied()
    {
        var session = new Session("1", Second);

        Assert.Same(session, await _sessions.Sessions.PutAsync(session));
    }

    [Fact]
    public async Task What_cannot_be_rounded_is_refused_by_its_name()
    {
        var late = await Assert.ThrowsAsync<EntityMappingException>(async () => await _sessions.Sessions.PutAsync(new Session("1", DateTimeOffset.MaxValue)));
        var local = await Assert.ThrowsAsync<EntityMappingException>(
            async () => await _sessions.Logins.PutAsync(new Login { Id = "1", Expires = new DateTime(2030, 1, 1, 0, 0, 0, 5, DateTimeKind.Local) }));

        Assert.Equal(
            "Session.Expires of the entity with PK = \"SESSION#1\", SK = \"SESSION\" cannot be stored: it is 9999-12-31T23:59:59.9999999Z, "
            + "after which there is no whole second to round up to. Use an earlier time, or null for never.",
            late.Message);
        Assert.Equal(
            "Login.Expires of the entity with PK = \"LOGIN#1\", SK = \"LOGIN\" cannot be stored: it is a local time, "
            + "which another machine would read as another time. Use ToUniversalTime() or a DateTimeOffset.",
            local.Message);
        Assert.Null(await _sessions.Sessions.GetAsync("1"));
        Assert.Null(await _sessions.Logins.GetAsync("1"));
    }
}
