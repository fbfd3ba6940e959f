namespace Keyfold;

/// <summary>The backend has no capacity for the request now. Nothing was written; the same request can succeed later.</summary>
public sealed class ThrottledException : KeyfoldException
{
    internal ThrottledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
