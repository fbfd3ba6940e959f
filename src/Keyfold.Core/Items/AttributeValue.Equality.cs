namespace Keyfold.Items;

public readonly partial struct AttributeValue
{
    /// <summary>Whether both are equal by DynamoDB's rules.</summary>
    public static bool operator ==(in AttributeValue left, in AttributeValue right) => left.Equals(right);

    /// <summary>Whether both differ by DynamoDB's rules.</summary>
    public static bool operator !=(in AttributeValue left, in AttributeValue right) => !left.Equals(right);

    /// <summary>Compares by DynamoDB's rules: see the type.</summary>
    public bool Equals(AttributeValue other)
    {
        if (_type != other._type || _inline != other._inline)
        {
            return false;
        }

        return ReferenceEquals(_reference, other._reference)
            || (_reference is not null && other._reference is not null && ReferencesEqual(_reference, other._reference));
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AttributeValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(_type);
        hash.Add(_inline);
        switch (_reference)
        {
            case byte[] bytes:
                hash.AddBytes(bytes);
                break;
            case AttributeValue[] elements:
                AddAll(ref hash, elements);
                break;
            case string[] members:
                AddAll(ref hash, members);
                break;
            case Number[] members:
                AddAll(ref hash, members);
                break;
            case ReadOnlyMemory<byte>[] members:
                hash.Add(members.Length);
                foreach (var member in members)
                {
                    hash.AddBytes(member.Span);
                }

                break;
            default:
                hash.Add(_reference);
                break;
        }

        return hash.ToHashCode();
    }

    private static bool ReferencesEqual(object left, object right) => left switch
    {
        byte[] bytes => bytes.AsSpan().SequenceEqual((byte[])right),
        AttributeValue[] elements => elements.AsSpan().SequenceEqual((AttributeValue[])right),
        string[] members => members.AsSpan().SequenceEqual((string[])right),
        Number[] members => members.AsSpan().SequenceEqual((Number[])right),
        ReadOnlyMemory<byte>[] members => SetMembers.AreEqual(members, (ReadOnlyMemory<byte>[])right),
        _ => left.Equals(right),
    };

    private static void AddAll<T>(ref HashCode hash, T[] values)
    {
        hash.Add(values.Length);
        foreach (T value in values)
        {
            hash.Add(value);
        }
    }
}
