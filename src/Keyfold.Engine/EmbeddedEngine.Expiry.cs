namespace Keyfold.Engine;

/// <content>Time to live.</content>
public sealed partial class EmbeddedEngine
{
    /// <summary>
    /// Deletes the items whose time to live has passed, which the engine also does by itself every <see cref="EngineOptions.TimeToLiveInterval"/>.
    /// Until then they can be read and written like others, as on Amazon DynamoDB.
    /// </summary>
    /// <returns>The number of items deleted.</returns>
    public ValueTask<long> ExpireItemsAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return ValueTask.FromResult(_state.ExpirySweep.Run(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<long>(cancellationToken);
        }
    }
}
