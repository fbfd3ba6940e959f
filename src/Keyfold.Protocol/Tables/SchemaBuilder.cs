using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>Makes a schema out of CreateTable's members, as far as they fit each other; what a schema itself may not be, the backend checks.</summary>
internal static class SchemaBuilder
{
    /// <summary>The schema of a request whose members keep the service's model.</summary>
    /// <exception cref="StorageException">They do not fit each other.</exception>
    public static TableSchema Build(CreateTableMembers members)
    {
        BillingMode mode = members.Settings.BillingMode ?? BillingMode.Provisioned;
        ProvisionedThroughput? throughput = BuildThroughput(members.Settings, mode);
        KeyBuilder keys = new(members.Definitions!);
        KeySchema key = keys.Build(members.KeySchema!, eachMax: 1);
        if (members is { LocalIndexes: null, GlobalIndexes: null } && keys.HasUnused)
        {
            throw CreateTableErrors.DefinitionsTooMany();
        }

        SecondaryIndex[] indexes =
        [
            .. BuildIndexes(keys, members.LocalIndexes, "LocalSecondaryIndexes", mode),
            .. BuildIndexes(keys, members.GlobalIndexes, "GlobalSecondaryIndexes", mode),
        ];
        if (keys.HasUnused)
        {
            throw CreateTableErrors.DefinitionsUnused(keys.Definitions, keys.Used);
        }

        return new TableSchema(Requests.TableNames.Resolve(members.TableName!), key, Sequence.Create<SecondaryIndex>(indexes))
        {
            Throughput = throughput,
            OnDemandThroughput = Throughputs.BuildOnDemand(members.Settings.OnDemandThroughput, mode),
            WarmThroughput = Throughputs.BuildWarm(members.Settings.WarmThroughput, throughput),
            Stream = BuildStream(members.Settings.Stream),
            Encryption = members.Settings.Encryption?.Build(),
            TableClass = members.Settings.TableClass ?? TableClass.Standard,
            IsDeletionProtected = members.Settings.IsDeletionProtected ?? false,
        };
    }

    /// <summary>A global index that is to be made, with the attributes that its request defines.</summary>
    public static SecondaryIndex BuildIndex(KeyBuilder keys, IndexMembers index) =>
        new(index.IndexName!, index.Kind, keys.Build(index.KeySchema!, Limits.IndexKeyAttributesMax), index.Projection())
        {
            Throughput = Throughputs.Build(index.Throughput),
            OnDemandThroughput = Throughputs.BuildOnDemand(index.OnDemandThroughput),
            WarmThroughput = Throughputs.BuildWarm(index.WarmThroughput),
        };

    private static ProvisionedThroughput? BuildThroughput(SettingsMembers settings, BillingMode mode)
    {
        if (mode == BillingMode.OnDemand)
        {
            return settings.Throughput is null ? null : throw StorageErrors.ThroughputNotAllowed();
        }

        return Throughputs.Build(settings.Throughput) ?? throw CreateTableErrors.ThroughputMissing();
    }

    private static IEnumerable<SecondaryIndex> BuildIndexes(KeyBuilder keys, List<IndexMembers>? indexes, string list, BillingMode mode)
    {
        if (indexes is [])
        {
            throw CreateTableErrors.IndexListEmpty(list);
        }

        foreach (IndexMembers index in indexes ?? [])
        {
            bool isGlobal = index.Kind == SecondaryIndexKind.Global;
            KeySchema key = keys.Build(index.KeySchema!, isGlobal ? Limits.IndexKeyAttributesMax : 1);
            ProvisionedThroughput? throughput = isGlobal ? BuildIndexThroughput(index, mode) : null;
            yield return new SecondaryIndex(index.IndexName!, index.Kind, key, index.Projection())
            {
                Throughput = throughput,
                OnDemandThroughput = Throughputs.BuildOnDemand(index.OnDemandThroughput, mode, index.IndexName),
                WarmThroughput = Throughputs.BuildWarm(index.WarmThroughput, throughput, index.IndexName),
            };
        }
    }

    private static ProvisionedThroughput? BuildIndexThroughput(IndexMembers index, BillingMode mode)
    {
        if (mode == BillingMode.OnDemand)
        {
            return index.Throughput is null ? null : throw StorageErrors.IndexThroughputNotAllowed(index.IndexName!);
        }

        return Throughputs.Build(index.Throughput) ?? throw StorageErrors.IndexThroughputMissing(index.IndexName!);
    }

    private static StreamViewType? BuildStream(StreamMembers? stream)
    {
        if (stream is null)
        {
            return null;
        }

        if (stream.IsEnabled == true && !stream.HasViewType)
        {
            throw StorageErrors.InvalidParameter("Table is being created with a stream enabled, UpdateViewType is required");
        }

        if (stream.IsEnabled != true && stream.HasViewType)
        {
            throw StorageErrors.InvalidParameter("Table is being created with a stream disabled, UpdateViewType should not be specified");
        }

        return stream.ViewType;
    }
}
