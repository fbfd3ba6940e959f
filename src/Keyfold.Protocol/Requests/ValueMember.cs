using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Protocol.Requests;

/// <summary>One attribute value of a request, or what is wrong with it.</summary>
internal readonly struct ValueMember
{
    private readonly AttributeValue _value;

    public ValueMember(AttributeValue value)
    {
        _value = value;
        IsPresent = true;
    }

    public ValueMember(StorageException error)
    {
        Error = error;
        IsPresent = true;
    }

    /// <summary>Whether the request has it.</summary>
    public bool IsPresent { get; }

    /// <summary>What is wrong with it, or null.</summary>
    public StorageException? Error { get; }

    /// <summary>The value.</summary>
    /// <exception cref="StorageException">Something is wrong with it.</exception>
    public AttributeValue Value => Error is null ? _value : throw Error;
}
