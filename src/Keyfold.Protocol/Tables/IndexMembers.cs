using System.Globalization;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>A secondary index that CreateTable is to make.</summary>
internal sealed class IndexMembers(SecondaryIndexKind kind)
{
    private string? _projectionType;
    private List<string>? _nonKeyAttributes;

    public SecondaryIndexKind Kind { get; } = kind;

    public string? IndexName { get; private set; }

    public List<KeyElementMembers>? KeySchema { get; private set; }

    public UnitsMembers? Throughput { get; private set; }

    public UnitsMembers? OnDemandThroughput { get; private set; }

    public UnitsMembers? WarmThroughput { get; private set; }

    private bool _hasProjection;

    /// <summary>Reads LocalSecondaryIndexes or GlobalSecondaryIndexes.</summary>
    public static List<IndexMembers>? ReadList(ref RequestReader reader, SecondaryIndexKind kind)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<IndexMembers> indexes = [];
        while (reader.NextElement())
        {
            IndexMembers index = new(kind);
            if (reader.BeginStructure($"{kind}SecondaryIndex", isElement: true))
            {
                index.ReadMembers(ref reader);
            }

            indexes.Add(index);
        }

        return indexes;
    }

    /// <summary>Reads the Create of UpdateTable; null if there is none.</summary>
    public static IndexMembers? ReadCreate(ref RequestReader reader)
    {
        if (!reader.BeginStructure("CreateGlobalSecondaryIndexAction"))
        {
            return null;
        }

        IndexMembers index = new(SecondaryIndexKind.Global);
        index.ReadMembers(ref reader);
        return index;
    }

    /// <summary>Checks what the service's model says of a list of indexes.</summary>
    public static void Constrain(List<IndexMembers>? indexes, Constraints constraints, string list)
    {
        for (int i = 0; i < (indexes?.Count ?? 0); i++)
        {
            indexes![i].Constrain(constraints, string.Create(CultureInfo.InvariantCulture, $"{list}.{i + 1}.member"));
        }
    }

    /// <summary>Checks what the service's model says of one index.</summary>
    public void Constrain(Constraints constraints, string path)
    {
        constraints.Required(IndexName is not null, $"{path}.indexName");
        constraints.Name(IndexName, $"{path}.indexName");
        constraints.Required(KeySchema is not null, $"{path}.keySchema");
        constraints.Required(_hasProjection, $"{path}.projection");
        constraints.OneOf(_projectionType, "ALL, INCLUDE, KEYS_ONLY", $"{path}.projection.projectionType");
        Throughput?.ConstrainProvisioned(constraints, $"{path}.provisionedThroughput");
        WarmThroughput?.ConstrainWarm(constraints, $"{path}.warmThroughput");
        for (int i = 0; i < (KeySchema?.Count ?? 0); i++)
        {
            KeySchema![i].Constrain(constraints, string.Create(CultureInfo.InvariantCulture, $"{path}.keySchema.{i + 1}.member"));
        }
    }

    /// <summary>The projection.</summary>
    /// <exception cref="StorageException">It has no type.</exception>
    public Projection Projection() => new(
        _projectionType switch
        {
            "ALL" => ProjectionType.All,
            "KEYS_ONLY" => ProjectionType.KeysOnly,
            "INCLUDE" => ProjectionType.Include,
            _ => throw StorageErrors.InvalidParameter("Unknown ProjectionType: null"),
        },
        Sequence.From(_nonKeyAttributes ?? []));

    private void ReadMembers(ref RequestReader reader)
    {
        while (reader.NextMember())
        {
            ReadMember(ref reader);
        }
    }

    private void ReadMember(ref RequestReader reader)
    {
        if (reader.Is("IndexName"u8))
        {
            IndexName = reader.ReadString();
        }
        else if (reader.Is("KeySchema"u8))
        {
            KeySchema = KeyElementMembers.ReadList(ref reader);
        }
        else if (reader.Is("Projection"u8))
        {
            ReadProjection(ref reader);
        }
        else if (Kind == SecondaryIndexKind.Global && reader.Is("ProvisionedThroughput"u8))
        {
            Throughput = UnitsMembers.ReadProvisioned(ref reader);
        }
        else if (Kind == SecondaryIndexKind.Global && reader.Is("OnDemandThroughput"u8))
        {
            OnDemandThroughput = UnitsMembers.ReadOnDemand(ref reader);
        }
        else if (Kind == SecondaryIndexKind.Global && reader.Is("WarmThroughput"u8))
        {
            WarmThroughput = UnitsMembers.ReadWarm(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadProjection(ref RequestReader reader)
    {
        _hasProjection = reader.BeginStructure("Projection");
        while (_hasProjection && reader.NextMember())
        {
            if (reader.Is("ProjectionType"u8))
            {
                _projectionType = reader.ReadString();
            }
            else if (reader.Is("NonKeyAttributes"u8))
            {
                _nonKeyAttributes = [];
                bool isList = reader.BeginList();
                while (isList && reader.NextElement())
                {
                    _nonKeyAttributes.Add(reader.ReadString() ?? "");
                }
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
