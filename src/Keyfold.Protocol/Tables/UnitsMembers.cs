using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.Tables;

/// <summary>Two numbers of units, of reads and of writes: a ProvisionedThroughput, OnDemandThroughput or WarmThroughput.</summary>
internal sealed class UnitsMembers
{
    public long? Read { get; private set; }

    public long? Write { get; private set; }

    public static UnitsMembers? ReadProvisioned(ref RequestReader reader) =>
        ReadAny(ref reader, "ProvisionedThroughput", "ReadCapacityUnits"u8, "WriteCapacityUnits"u8);

    public static UnitsMembers? ReadOnDemand(ref RequestReader reader) =>
        ReadAny(ref reader, "OnDemandThroughput", "MaxReadRequestUnits"u8, "MaxWriteRequestUnits"u8);

    public static UnitsMembers? ReadWarm(ref RequestReader reader) =>
        ReadAny(ref reader, "WarmThroughput", "ReadUnitsPerSecond"u8, "WriteUnitsPerSecond"u8);

    /// <summary>Checks what the service's model says of a ProvisionedThroughput.</summary>
    public void ConstrainProvisioned(Constraints constraints, string path)
    {
        constraints.Required(Read is not null, $"{path}.readCapacityUnits");
        constraints.Required(Write is not null, $"{path}.writeCapacityUnits");
        constraints.Range(Clamp(Read), 1, int.MaxValue, $"{path}.readCapacityUnits");
        constraints.Range(Clamp(Write), 1, int.MaxValue, $"{path}.writeCapacityUnits");
    }

    /// <summary>Checks what the service's model says of a WarmThroughput.</summary>
    public void ConstrainWarm(Constraints constraints, string path)
    {
        constraints.Range(Clamp(Read), 1, int.MaxValue, $"{path}.readUnitsPerSecond");
        constraints.Range(Clamp(Write), 1, int.MaxValue, $"{path}.writeUnitsPerSecond");
    }

    private static UnitsMembers? ReadAny(ref RequestReader reader, string shape, ReadOnlySpan<byte> read, ReadOnlySpan<byte> write)
    {
        if (!reader.BeginStructure(shape))
        {
            return null;
        }

        UnitsMembers units = new();
        while (reader.NextMember())
        {
            if (reader.Is(read))
            {
                units.Read = reader.ReadInt64();
            }
            else if (reader.Is(write))
            {
                units.Write = reader.ReadInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return units;
    }

    private static int? Clamp(long? units) => units is null ? null : (int)Math.Clamp(units.Value, int.MinValue, int.MaxValue);
}
