using System.Globalization;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>An element of GlobalSecondaryIndexUpdates.</summary>
internal sealed class IndexUpdateMembers
{
    private IndexMembers? _create;
    private UpdateMembers? _update;
    private string? _deleteName;
    private bool _isDelete;

    /// <summary>Reads GlobalSecondaryIndexUpdates.</summary>
    public static List<IndexUpdateMembers>? ReadList(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<IndexUpdateMembers> updates = [];
        while (reader.NextElement())
        {
            IndexUpdateMembers update = new();
            bool isStructure = reader.BeginStructure("GlobalSecondaryIndexUpdate", isElement: true);
            while (isStructure && reader.NextMember())
            {
                update.ReadMember(ref reader);
            }

            updates.Add(update);
        }

        return updates;
    }

    /// <summary>Checks what the service's model says of a list of updates.</summary>
    public static void Constrain(List<IndexUpdateMembers>? updates, Constraints constraints)
    {
        for (int i = 0; i < (updates?.Count ?? 0); i++)
        {
            IndexUpdateMembers update = updates![i];
            string path = string.Create(CultureInfo.InvariantCulture, $"globalSecondaryIndexUpdates.{i + 1}.member");
            update._create?.Constrain(constraints, $"{path}.create");
            update._update?.Constrain(constraints, $"{path}.update");
            if (update._isDelete)
            {
                constraints.Required(update._deleteName is not null, $"{path}.delete.indexName");
                constraints.Name(update._deleteName, $"{path}.delete.indexName");
            }
        }
    }

    /// <summary>The change.</summary>
    /// <param name="keys">Makes the key of a new index; null if the request defines no attributes.</param>
    /// <exception cref="StorageException">There is none, or more than one, or the new index is none.</exception>
    public IndexUpdate Build(KeyBuilder? keys)
    {
        if (_create is null && _update is null && !_isDelete)
        {
            throw StorageErrors.InvalidParameter(
                "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
        }

        if ((_create is null ? 0 : 1) + (_update is null ? 0 : 1) + (_isDelete ? 1 : 0) > 1)
        {
            throw StorageErrors.InvalidParameter("Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
        }

        if (_create is not null)
        {
            return new CreateIndex(SchemaBuilder.BuildIndex(keys ?? throw CreateTableErrors.DefinitionsMissing(_create.IndexName!), _create));
        }

        return _update?.Build() ?? (IndexUpdate)new DeleteIndex(_deleteName!);
    }

    private void ReadMember(ref RequestReader reader)
    {
        if (reader.Is("Create"u8))
        {
            _create = IndexMembers.ReadCreate(ref reader);
        }
        else if (reader.Is("Update"u8))
        {
            _update = UpdateMembers.Read(ref reader);
        }
        else if (reader.Is("Delete"u8))
        {
            _isDelete = reader.BeginStructure("DeleteGlobalSecondaryIndexAction");
            while (_isDelete && reader.NextMember())
            {
                if (reader.Is("IndexName"u8))
                {
                    _deleteName = reader.ReadString();
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        else
        {
            reader.Skip();
        }
    }

    private sealed class UpdateMembers
    {
        private string? _indexName;
        private UnitsMembers? _throughput;
        private UnitsMembers? _onDemandThroughput;
        private UnitsMembers? _warmThroughput;

        public static UpdateMembers? Read(ref RequestReader reader)
        {
            if (!reader.BeginStructure("UpdateGlobalSecondaryIndexAction"))
            {
                return null;
            }

            UpdateMembers update = new();
            while (reader.NextMember())
            {
                if (reader.Is("IndexName"u8))
                {
                    update._indexName = reader.ReadString();
                }
                else if (reader.Is("ProvisionedThroughput"u8))
                {
                    update._throughput = UnitsMembers.ReadProvisioned(ref reader);
                }
                else if (reader.Is("OnDemandThroughput"u8))
                {
                    update._onDemandThroughput = UnitsMembers.ReadOnDemand(ref reader);
                }
                else if (reader.Is("WarmThroughput"u8))
                {
                    update._warmThroughput = UnitsMembers.ReadWarm(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            return update;
        }

        public void Constrain(Constraints constraints, string path)
        {
            constraints.Required(_indexName is not null, $"{path}.indexName");
            constraints.Name(_indexName, $"{path}.indexName");
            _throughput?.ConstrainProvisioned(constraints, $"{path}.provisionedThroughput");
            _warmThroughput?.ConstrainWarm(constraints, $"{path}.warmThroughput");
        }

        public UpdateIndex Build() => new(_indexName!)
        {
            Throughput = Throughputs.Build(_throughput),
            OnDemandThroughput = Throughputs.BuildOnDemand(_onDemandThroughput),
            WarmThroughput = Throughputs.BuildWarm(_warmThroughput),
        };
    }
}
