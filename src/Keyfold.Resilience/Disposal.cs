using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>Disposes of a decorated backend, whichever way it can be.</summary>
internal static class Disposal
{
    public static async ValueTask OfAsync(IStorageBackend backend)
    {
        if (backend is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (backend as IDisposable)?.Dispose();
        }
    }

    public static void Of(IStorageBackend backend)
    {
        if (backend is IDisposable disposable)
        {
            disposable.Dispose();
        }
        else if (backend is IAsyncDisposable asynchronous)
        {
            asynchronous.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
