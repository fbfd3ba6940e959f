using System.Diagnostics.CodeAnalysis;

namespace Keyfold.Protocol.Requests;

/// <summary>A body that is not JSON, or in which a member has another JSON type than it must have.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Made in one place.")]
internal sealed class SerializationException : Exception
{
    /// <summary>A body that is not JSON, not UTF-8 or no object.</summary>
    public SerializationException()
        : base("The body is not a JSON object.")
    {
    }

    /// <summary>A member of the wrong type.</summary>
    /// <param name="message">DynamoDB's text.</param>
    public SerializationException(string message)
        : base(message) => HasMessage = true;

    /// <summary>Whether the error carries a text; DynamoDB gives none where the body is not JSON.</summary>
    public bool HasMessage { get; }
}
