using System.Buffers.Binary;

namespace Keyfold.Protocol.Responses;

/// <summary>The CRC-32 of IEEE 802.3 that DynamoDB sends in x-amz-crc32, eight bytes at a step through eight tables.</summary>
public static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Steps = 8;

    private static readonly uint[] Tables = Build();

    /// <summary>The checksum of some bytes.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> tables = Tables;
        uint crc = uint.MaxValue;
        for (; bytes.Length >= Steps; bytes = bytes[Steps..])
        {
            ulong next = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc = 0;
            for (int step = 0; step < Steps; step++)
            {
                crc ^= tables[((Steps - 1 - step) << 8) | (byte)(next >> (step << 3))];
            }
        }

        foreach (byte value in bytes)
        {
            crc = (crc >> 8) ^ tables[(byte)(crc ^ value)];
        }

        return ~crc;
    }

    private static uint[] Build()
    {
        uint[] tables = new uint[Steps << 8];
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            }

            tables[value] = crc;
        }

        for (int i = 256; i < tables.Length; i++)
        {
            uint before = tables[i - 256];
            tables[i] = (before >> 8) ^ tables[(byte)before];
        }

        return tables;
    }
}
