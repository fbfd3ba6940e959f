namespace Keyfold;

/// <summary>What the typed API throws where a caller can act: each kind has its own type. Anything else from a backend stays a StorageException.</summary>
public abstract class KeyfoldException : Exception
{
    private protected KeyfoldException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
