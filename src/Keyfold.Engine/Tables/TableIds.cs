using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Keyfold.Engine.Tables;

/// <summary>Makes ids of tables: unique in an engine, and the same in every engine of one seed that makes the same tables in the same order.</summary>
internal sealed class TableIds(long seed)
{
    private long _last;

    public Guid Next(string tableName)
    {
        byte[] source = new byte[(2 * sizeof(long)) + Encoding.UTF8.GetByteCount(tableName)];
        BinaryPrimitives.WriteInt64BigEndian(source, seed);
        BinaryPrimitives.WriteInt64BigEndian(source.AsSpan(sizeof(long)), Interlocked.Increment(ref _last));
        Encoding.UTF8.GetBytes(tableName, source.AsSpan(2 * sizeof(long)));
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, id);

        // version 8 and variant 1 of RFC 9562: an id of the maker's own making
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id[..16], bigEndian: true);
    }
}
