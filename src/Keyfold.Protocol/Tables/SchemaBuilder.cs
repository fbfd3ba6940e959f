using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Protocol.Tables;

/// <summary>Makes a schema out of CreateTable's members, as far as they fit each other; what a schema itself may not be, the backend checks.</summary>
internal sealed class SchemaBuilder
{
    private const long UnitsMax = 1_000_000_000_000;

    private readonly CreateTableMembers _members;
    private readonly Dictionary<string, AttributeType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private SchemaBuilder(CreateTableMembers members) => _members = members;

    private bool IsOnDemand => _members.BillingMode == "PAY_PER_REQUEST";

    private bool HasIndexes => _members.LocalIndexes is not null || _members.GlobalIndexes is not null;

    /// <summary>The schema of a request whose members keep the service's model.</summary>
    /// <exception cref="Storage.StorageException">They do not fit each other.</exception>
    public static TableSchema Build(CreateTableMembers members) => new SchemaBuilder(members).Build();

    private TableSchema Build()
    {
        ProvisionedThroughput? throughput = BuildTableThroughput();
        Define();
        KeySchema key = BuildKey(_members.KeySchema!, partitionMax: 1);
        if (!HasIndexes && _types.Count != _used.Count)
        {
            throw CreateTableErrors.DefinitionsTooMany();
        }

        SecondaryIndex[] indexes =
        [
            .. BuildIndexes(_members.LocalIndexes, "LocalSecondaryIndexes"),
            .. BuildIndexes(_members.GlobalIndexes, "GlobalSecondaryIndexes"),
        ];
        if (_types.Count != _used.Count)
        {
            throw CreateTableErrors.DefinitionsUnused(Definitions(), string.Join(", ", _used));
        }

        return new TableSchema(Requests.TableNames.Resolve(_members.TableName!), key, Sequence.Create<SecondaryIndex>(indexes)) { Throughput = throughput };
    }

    private ProvisionedThroughput? BuildTableThroughput()
    {
        if (IsOnDemand && _members.Throughput is not null)
        {
            throw CreateTableErrors.ThroughputOfOnDemand();
        }

        return IsOnDemand ? null
            : _members.Throughput is null ? throw CreateTableErrors.ThroughputMissing() : BuildThroughput(_members.Throughput);
    }

    private static ProvisionedThroughput BuildThroughput(ThroughputMembers throughput)
    {
        if (throughput.ReadCapacityUnits > UnitsMax)
        {
            throw CreateTableErrors.ThroughputTooLarge(throughput.ReadCapacityUnits.Value, "ReadCapacityUnits");
        }

        if (throughput.WriteCapacityUnits > UnitsMax)
        {
            throw CreateTableErrors.ThroughputTooLarge(throughput.WriteCapacityUnits.Value, "WriteCapacityUnits");
        }

        return new ProvisionedThroughput(throughput.ReadCapacityUnits!.Value, throughput.WriteCapacityUnits!.Value);
    }

    private void Define()
    {
        foreach (AttributeDefinitionMembers definition in _members.Definitions!)
        {
            AttributeType type = definition.AttributeType switch
            {
                "N" => AttributeType.Number,
                "B" => AttributeType.Binary,
                _ => AttributeType.String,
            };
            if (!_types.TryAdd(definition.AttributeName!, type))
            {
                throw CreateTableErrors.DefinitionTwice(definition.AttributeName!);
            }
        }
    }

    private KeySchema BuildKey(List<KeyElementMembers> elements, int partitionMax)
    {
        if (elements.Count > _types.Count)
        {
            throw CreateTableErrors.DefinitionsTooFew();
        }

        foreach (KeyElementMembers element in elements)
        {
            if (!_types.ContainsKey(element.AttributeName!))
            {
                throw CreateTableErrors.KeyUndefined(string.Join(", ", elements.Select(each => each.AttributeName)), Definitions());
            }

            _used.Add(element.AttributeName!);
        }

        if (elements is [] || elements[0].KeyType != "HASH")
        {
            throw CreateTableErrors.FirstNotHash();
        }

        int partitions = elements.TakeWhile(element => element.KeyType == "HASH").Count();
        if (partitions > partitionMax || elements.Skip(partitions).Any(element => element.KeyType == "HASH"))
        {
            throw CreateTableErrors.SecondNotRange();
        }

        KeyAttribute[] attributes = [.. elements.Select(element => new KeyAttribute(element.AttributeName!, _types[element.AttributeName!]))];
        return new KeySchema(Sequence.Create<KeyAttribute>(attributes.AsSpan(0, partitions)), Sequence.Create<KeyAttribute>(attributes.AsSpan(partitions)));
    }

    private IEnumerable<SecondaryIndex> BuildIndexes(List<IndexMembers>? indexes, string list)
    {
        if (indexes is [])
        {
            throw CreateTableErrors.IndexListEmpty(list);
        }

        foreach (IndexMembers index in indexes ?? [])
        {
            bool isGlobal = index.Kind == SecondaryIndexKind.Global;
            KeySchema key = BuildKey(index.KeySchema!, isGlobal ? Limits.IndexKeyAttributesMax : 1);
            yield return new SecondaryIndex(index.IndexName!, index.Kind, key, index.Projection())
            {
                Throughput = isGlobal ? BuildIndexThroughput(index) : null,
            };
        }
    }

    private ProvisionedThroughput? BuildIndexThroughput(IndexMembers index)
    {
        if (IsOnDemand)
        {
            return index.Throughput is null ? null : throw CreateTableErrors.IndexThroughputOfOnDemand(index.IndexName!);
        }

        return index.Throughput is null ? throw CreateTableErrors.IndexThroughputMissing(index.IndexName!) : BuildThroughput(index.Throughput);
    }

    private string Definitions() => string.Join(", ", _types.Keys);
}
