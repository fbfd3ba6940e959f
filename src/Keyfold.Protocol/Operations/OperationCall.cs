using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Protocol.Operations;

/// <summary>One call of an operation: what it is asked and whom it asks.</summary>
internal sealed class OperationCall(
    IStorageBackend backend, ITableAdministration administration, ISchemaSource schemas, ReadOnlyMemory<byte> body, ResponseWriter output) : IDisposable
{
    public IStorageBackend Backend { get; } = backend;

    public ITableAdministration Administration { get; } = administration;

    /// <summary>The streams; null when the backend has none.</summary>
    public IChangeFeed? Changes { get; init; }

    public ISchemaSource Schemas { get; } = schemas;

    /// <summary>The request, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>The encoded items of the request, valid until the call ends.</summary>
    public RequestMemory Memory { get; } = RequestMemory.Rent();

    /// <summary>Takes the response.</summary>
    public ResponseWriter Output { get; } = output;

    /// <summary>Reads the request.</summary>
    public TMembers Read<TMembers>(MembersReader<TMembers> read) => RequestBody.Read(Body, Memory, read);

    public void Dispose() => Memory.Dispose();
}
