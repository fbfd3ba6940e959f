namespace Keyfold;

/// <summary>A cursor that no page gave, or one of another query. A web application answers it as a bad request.</summary>
public sealed class CursorException : KeyfoldException
{
    internal CursorException(string message)
        : base(message)
    {
    }
}
