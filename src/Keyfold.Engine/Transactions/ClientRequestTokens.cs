using Keyfold.Storage;

namespace Keyfold.Engine.Transactions;

/// <summary>
/// The client request tokens of transactions that are running or have completed within <see cref="Limits.ClientRequestTokenLifetime"/>.
/// Of the completed ones the latest are kept, as many as <see cref="EngineOptions.ClientRequestTokensMax"/> says.
/// A token is running from <see cref="TryBegin"/> until it is completed, which starts its lifetime, or abandoned, which forgets it.
/// </summary>
internal sealed class ClientRequestTokens(TimeProvider timeProvider, int completedMax)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<(string Token, DateTimeOffset CompletedAt)> _completed = new();

    /// <summary>Begins a transaction.</summary>
    /// <returns>False if the same one has completed already.</returns>
    public bool TryBegin(string token, IReadOnlyList<TransactWriteAction> actions)
    {
        lock (_lock)
        {
            ForgetExpired();
            if (!_entries.TryGetValue(token, out Entry? entry))
            {
                _entries.Add(token, new Entry(new TransactionPayload(actions)));
                return true;
            }

            if (!entry.Payload.IsSame(actions))
            {
                throw StorageErrors.IdempotentParameterMismatch();
            }

            return entry.IsComplete ? false : throw StorageErrors.TransactionInProgress();
        }
    }

    /// <summary>The transaction has been applied.</summary>
    public void Complete(string token)
    {
        lock (_lock)
        {
            _entries[token].IsComplete = true;
            _completed.Enqueue((token, timeProvider.GetUtcNow()));
            if (_completed.Count > completedMax)
            {
                ForgetOldest();
            }
        }
    }

    /// <summary>The transaction has failed: the token is free again.</summary>
    public void Abandon(string token)
    {
        lock (_lock)
        {
            _entries.Remove(token);
        }
    }

    private void ForgetExpired()
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        while (_completed.TryPeek(out (string Token, DateTimeOffset CompletedAt) oldest)
            && now - oldest.CompletedAt >= Limits.ClientRequestTokenLifetime)
        {
            ForgetOldest();
        }
    }

    private void ForgetOldest() => _entries.Remove(_completed.Dequeue().Token);

    private sealed class Entry(TransactionPayload payload)
    {
        public TransactionPayload Payload { get; } = payload;

        public bool IsComplete { get; set; }
    }
}
