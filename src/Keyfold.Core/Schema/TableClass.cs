namespace Keyfold.Schema;

/// <summary>DynamoDB's price classes: the storage of one is cheaper, the requests of the other. They change nothing but the bill.</summary>
public enum TableClass
{
    /// <summary>DynamoDB Standard.</summary>
    Standard,

    /// <summary>DynamoDB Standard-Infrequent Access.</summary>
    StandardInfrequentAccess,
}
