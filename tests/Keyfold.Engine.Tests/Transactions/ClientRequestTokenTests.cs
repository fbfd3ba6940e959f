using Keyfold.Engine.Transactions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests.Transactions;

/// <summary>What no caller can bring about on one thread: a token whose transaction still runs.</summary>
public sealed class ClientRequestTokenTests
{
    private readonly Clock _clock = new();
    private readonly TransactWriteAction[] _actions = [EngineUnderTest.TransactPut([("PK", "a"), ("SK", 1)])];
    private readonly TransactWriteAction[] _others = [EngineUnderTest.TransactPut([("PK", "a"), ("SK", 2)])];

    [Fact]
    public void A_running_transaction_is_in_progress()
    {
        ClientRequestTokens tokens = new(_clock, completedMax: 2);
        Assert.True(tokens.TryBegin("t", _actions));
        Assert.Equal(StorageErrorCode.TransactionInProgressException, Assert.Throws<StorageException>(() => tokens.TryBegin("t", _actions)).Code);
        tokens.Complete("t");
        Assert.False(tokens.TryBegin("t", _actions));
    }

    [Fact]
    public void Other_actions_do_not_match()
    {
        ClientRequestTokens tokens = new(_clock, completedMax: 2);
        Assert.True(tokens.TryBegin("t", _actions));
        Assert.Equal(
            StorageErrorCode.IdempotentParameterMismatchException, Assert.Throws<StorageException>(() => tokens.TryBegin("t", _others)).Code);
    }

    [Fact]
    public void A_failed_transaction_frees_its_token()
    {
        ClientRequestTokens tokens = new(_clock, completedMax: 2);
        Assert.True(tokens.TryBegin("t", _actions));
        tokens.Abandon("t");
        Assert.True(tokens.TryBegin("t", _others));
    }

    [Fact]
    public void A_token_is_forgotten_ten_minutes_after_its_transaction_completed()
    {
        ClientRequestTokens tokens = new(_clock, completedMax: 2);
        Assert.True(tokens.TryBegin("t", _actions));
        _clock.Now += TimeSpan.FromHours(1);
        tokens.Complete("t");
        _clock.Now += TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1);
        Assert.False(tokens.TryBegin("t", _actions));
        _clock.Now += TimeSpan.FromTicks(1);
        Assert.True(tokens.TryBegin("t", _others));
    }

    [Fact]
    public void The_oldest_completed_token_is_forgotten_when_there_are_too_many()
    {
        ClientRequestTokens tokens = new(_clock, completedMax: 2);
        Assert.True(tokens.TryBegin("running", _actions));
        foreach (string token in (string[])["1", "2", "3"])
        {
            Assert.True(tokens.TryBegin(token, _actions));
            tokens.Complete(token);
        }

        Assert.True(tokens.TryBegin("1", _others));
        Assert.False(tokens.TryBegin("2", _actions));
        Assert.False(tokens.TryBegin("3", _actions));
        Assert.Equal(StorageErrorCode.TransactionInProgressException, Assert.Throws<StorageException>(() => tokens.TryBegin("running", _actions)).Code);
    }

    /// <summary>The caller may write the next item into the same memory.</summary>
    [Fact]
    public void The_payload_is_a_copy()
    {
        ClientRequestTokens tokens = new(_clock, completedMax: 2);
        byte[] memory = EngineUnderTest.Encode([("PK", "a"), ("SK", 1)]);
        Assert.True(tokens.TryBegin("t", [new TransactPut(EngineUnderTest.Table, memory)]));
        tokens.Complete("t");
        Item next = [("PK", "a"), ("SK", 2)];
        EngineUnderTest.Encode(next).CopyTo(memory, 0);
        Assert.Throws<StorageException>(() => tokens.TryBegin("t", [new TransactPut(EngineUnderTest.Table, memory)]));
        Assert.False(tokens.TryBegin("t", _actions));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2010, 12, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
