namespace Keyfold.Aws.Transport;

/// <summary>A few objects kept for the next use. Of two threads that keep at once one may lose; what finds no room is left to the garbage collector.</summary>
internal sealed class Slots<T>
    where T : class
{
    private const int Count = 32;

    private readonly T?[] _kept = new T?[Count];

    public T? Take()
    {
        foreach (ref T? slot in _kept.AsSpan())
        {
            // looked at first: an exchange of an empty slot would take its cache line from the others
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public void Keep(T value)
    {
        foreach (ref T? slot in _kept.AsSpan())
        {
            if (slot is null)
            {
                slot = value;
                return;
            }
        }
    }
}
