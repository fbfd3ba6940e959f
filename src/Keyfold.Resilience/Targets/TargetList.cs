namespace Keyfold.Resilience;

/// <summary>The replicas in order of preference, and which of them a call goes to.</summary>
internal sealed class TargetList
{
    private readonly Target[] _targets;
    private readonly FailoverOptions _failover;
    private readonly Action<FailoverArguments>? _moved;
    private int _current;

    public TargetList(IReadOnlyList<Replica> replicas, ResilienceOptions options)
    {
        _failover = options.Failover;
        _moved = options.OnFailover;
        _targets = [.. replicas.Select((replica, index) => new Target(index, replica, Breaker(index, replica, options)))];
    }

    /// <summary>The first replica, where everything goes while nothing fails.</summary>
    public Target Home => _targets[0];

    /// <summary>The first replica in the list that a call of a kind may go to now; null if there is none.</summary>
    public Admission? Choose(OperationKind kind)
    {
        int count = MayMove(kind) ? _targets.Length : 1;
        for (int index = 0; index < count; index++)
        {
            if (_targets[index].TryEnter(out bool trial))
            {
                if (!trial)
                {
                    MoveTo(index);
                }

                return new Admission(_targets[index], trial);
            }
        }

        return null;
    }

    private bool MayMove(OperationKind kind) => kind switch
    {
        OperationKind.Read => _failover.Mode != FailoverMode.None,
        OperationKind.ConsistentRead => _failover.Mode != FailoverMode.None && _failover.MoveConsistentReads,
        _ => _failover.Mode == FailoverMode.ReadsAndWrites,
    };

    private void MoveTo(int index)
    {
        // what may not move says nothing about what may: it is only seen to stay
        if (Volatile.Read(ref _current) == index)
        {
            return;
        }

        int before = Interlocked.Exchange(ref _current, index);
        if (before != index)
        {
            _moved?.Invoke(new FailoverArguments(_targets[before].Name, _targets[index].Name, index < before));
        }
    }

    private CircuitBreaker? Breaker(int index, Replica replica, ResilienceOptions options) => options.CircuitBreaker is not { } breaker
        ? null
        : new CircuitBreaker(breaker, options.TimeProvider, (from, to) =>
        {
            options.OnCircuitChange?.Invoke(new CircuitChangeArguments(replica.Name, from, to));
            if (to == CircuitState.Closed && index < Volatile.Read(ref _current))
            {
                MoveTo(index);
            }
        });
}
