namespace Keyfold.Storage;

/// <summary>A backend that passes requests on to another one.</summary>
public interface IStorageDecorator
{
    /// <summary>The backend that requests are passed on to; of several, the one they go to while nothing fails.</summary>
    IStorageBackend Inner { get; }
}
