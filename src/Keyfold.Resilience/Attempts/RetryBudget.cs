namespace Keyfold.Resilience;

/// <summary>
/// The attempts beyond the first that all calls together may still make. What is counted is what is missing, in thousandths, so that a call that succeeds while
/// nothing is missing only reads.
/// </summary>
internal sealed class RetryBudget(RetryOptions options)
{
    private const int Unit = 1_000;

    private readonly int _refill = (int)Math.Round(options.BudgetRefill * Unit);
    private readonly int _capacity = options.Budget * Unit;
    private int _missing;

    public bool TryTake()
    {
        while (true)
        {
            int missing = Volatile.Read(ref _missing);
            if (missing > _capacity - Unit)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _missing, missing + Unit, missing) == missing)
            {
                return true;
            }
        }
    }

    public void Succeeded()
    {
        if (Volatile.Read(ref _missing) > 0)
        {
            Refill();
        }
    }

    private void Refill()
    {
        int missing;
        do
        {
            missing = Volatile.Read(ref _missing);
        }
        while (Interlocked.CompareExchange(ref _missing, Math.Max(0, missing - _refill), missing) != missing);
    }
}
