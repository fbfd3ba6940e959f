using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>A request and how it is sent. A struct, so that passing it on costs a copy and no object.</summary>
internal interface IOperation<TResponse>
{
    /// <summary>DynamoDB's name, as <c>GetItem</c>.</summary>
    string Name { get; }

    OperationKind Kind { get; }

    /// <summary>Whether a slow answer may be overtaken by asking again.</summary>
    bool MayHedge { get; }

    /// <summary>Whether it may be sent again when an attempt had no answer, so that it may have been applied.</summary>
    bool MayRepeat { get; }

    /// <summary>Whether a token makes its attempts one to the backend, so that the answer to one of them is the answer to all.</summary>
    bool HasToken => false;

    ValueTask<TResponse> SendAsync(IStorageBackend backend, CancellationToken cancellationToken);
}

/// <summary>What an operation does, as far as failover is concerned.</summary>
internal enum OperationKind
{
    /// <summary>An eventually consistent read.</summary>
    Read,

    /// <summary>A strongly consistent read, or a read transaction.</summary>
    ConsistentRead,

    /// <summary>A write.</summary>
    Write,
}
