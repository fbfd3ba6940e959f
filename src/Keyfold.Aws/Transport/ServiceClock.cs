using Keyfold.Aws.Signing;

namespace Keyfold.Aws.Transport;

/// <summary>
/// The service's time as far as it is known: this machine's clock, and what the service's answers to requests that it found too old or too new told of the
/// difference. DynamoDB takes signatures of up to five minutes from its own time.
/// </summary>
internal sealed class ServiceClock(TimeProvider timeProvider)
{
    // smaller differences are no reason for a refusal: correcting them would trade one clock for a Date header's seconds
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(4);

    private SigningTime? _second;
    private long _offsetTicks;

    /// <summary>What the service's clock is ahead.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Volatile.Read(ref _offsetTicks));

    /// <summary>The second to sign with.</summary>
    public SigningTime Now() => SigningTime.Of(timeProvider.GetUtcNow() + Offset, ref _second);

    /// <summary>Takes the service's time of a refused request.</summary>
    /// <returns>Whether the clock was wrong, so that the request may succeed now.</returns>
    public bool Correct(DateTimeOffset serviceTime)
    {
        TimeSpan offset = serviceTime - timeProvider.GetUtcNow();
        if ((offset - Offset).Duration() < Tolerance)
        {
            return false;
        }

        Volatile.Write(ref _offsetTicks, offset.Ticks);
        return true;
    }
}
