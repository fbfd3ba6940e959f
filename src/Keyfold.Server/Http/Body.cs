using System.IO.Pipelines;

namespace Keyfold.Server.Http;

/// <summary>A whole body. Its memory is the connection's or a pool's, which get it back on disposal.</summary>
internal sealed class Body : IDisposable
{
    private readonly PipeReader? _connection;
    private readonly SequencePosition _end;
    private readonly PooledBytes? _collected;
    private PooledBytes? _unpacked;

    /// <summary>A body that arrived in one piece stays where it is.</summary>
    public Body(PipeReader connection, ReadResult result)
    {
        _connection = connection;
        _end = result.Buffer.End;
        Sent = Unpacked = result.Buffer.First;
    }

    /// <summary>A body that was collected piece by piece.</summary>
    public Body(PooledBytes collected)
    {
        _collected = collected;
        Sent = Unpacked = collected.Written;
    }

    /// <summary>The bytes as they were sent, which is what a signature covers.</summary>
    public ReadOnlyMemory<byte> Sent { get; }

    /// <summary>The bytes that mean something.</summary>
    public ReadOnlyMemory<byte> Unpacked { get; private set; }

    /// <summary>Takes what the body turned out to be packed from.</summary>
    public void Unpack(PooledBytes unpacked)
    {
        _unpacked = unpacked;
        Unpacked = unpacked.Written;
    }

    public void Dispose()
    {
        _connection?.AdvanceTo(_end);
        _collected?.Dispose();
        _unpacked?.Dispose();
    }
}
