namespace Keyfold.Generator.Analyzers;

/// <summary>
/// A value that the first to ask makes while others wait for it. Unlike a <see cref="Lazy{T}"/> it keeps no exception: who was cancelled while making the value
/// must not cancel the next.
/// </summary>
internal sealed class Once<T>
    where T : class
{
    private readonly object _lock = new();
    private volatile T? _value;

    public T Get(Func<T> make)
    {
        if (_value is { } made)
        {
            return made;
        }

        lock (_lock)
        {
            return _value ??= make();
        }
    }
}
