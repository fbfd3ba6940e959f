using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.Operations;

/// <summary>What a batch wants of one table.</summary>
internal interface IBatchTableMembers
{
    /// <summary>The table as the request names it.</summary>
    string NameOrArn { get; }

    /// <summary>How many items are wanted. Known when the constraints hold.</summary>
    int Count { get; }

    /// <summary>Checks what the service's model says.</summary>
    void Constrain(Constraints constraints);

    /// <summary>Checks all else that needs no table.</summary>
    /// <exception cref="Storage.StorageException">The first thing that is wrong.</exception>
    void Validate();
}
