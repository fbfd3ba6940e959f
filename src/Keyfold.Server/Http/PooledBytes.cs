using System.Buffers;

namespace Keyfold.Server.Http;

/// <summary>A body while it is collected, in pooled memory that grows with what has arrived, never with what was announced.</summary>
internal sealed class PooledBytes(PendingBytes pending) : IDisposable
{
    private const int InitialBytes = 16 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>What has been collected, valid until disposal.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Adds a piece.</summary>
    /// <exception cref="Microsoft.AspNetCore.Http.BadHttpRequestException">The body is longer than DynamoDB takes.</exception>
    /// <exception cref="RefusedException">Too many bytes are pending.</exception>
    public void Append(in ReadOnlySequence<byte> piece)
    {
        if (_length + piece.Length > ServerOptions.BodyBytesMax)
        {
            throw RefusedException.BodyTooLarge();
        }

        int length = (int)piece.Length;
        Reserve(length);
        piece.CopyTo(_bytes.AsSpan(_length));
        _length += length;
    }

    /// <summary>Adds all of a stream that is in memory.</summary>
    /// <exception cref="Microsoft.AspNetCore.Http.BadHttpRequestException">The body is longer than DynamoDB takes.</exception>
    /// <exception cref="RefusedException">Too many bytes are pending.</exception>
    public void Append(Stream stream)
    {
        while (true)
        {
            Reserve(1);
            int read = stream.Read(_bytes, _length, _bytes.Length - _length);
            if (read == 0)
            {
                return;
            }

            _length += read;
            if (_length > ServerOptions.BodyBytesMax)
            {
                throw RefusedException.BodyTooLarge();
            }
        }
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            pending.Remove(_bytes.Length);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _length = 0;
        }
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length >= count)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + count, Math.Max(InitialBytes, 2 * _bytes.Length)));
        try
        {
            pending.Add(larger.Length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(larger);
            throw;
        }

        int length = _length;
        _bytes.AsSpan(0, length).CopyTo(larger);
        Dispose();
        _bytes = larger;
        _length = length;
    }
}
