using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>What UpdateTable refuses, and what it makes of a schema.</summary>
internal static class TableUpdates
{
    public static void CheckRequest(UpdateTableRequest request)
    {
        List<string> changes = [];
        AddIf("encryption", request.Encryption is not null);
        AddIf("class", request.TableClass is not null);
        AddIf("protection", request.IsDeletionProtected is not null);
        AddIf("stream", request.Stream is not null);
        AddIf("units", request.Throughput is not null);
        AddIf("index units", request.Indexes.OfType<UpdateIndex>().Any(index => index.Throughput is not null));
        AddIf("index list", request.Indexes.Any(index => index is CreateIndex or DeleteIndex));
        AddIf("other", request.BillingMode is not null || request.OnDemandThroughput is not null || request.WarmThroughput is not null || request.Indexes.Count > 0);
        Refuse(changes.Count == 0, StorageErrors.NothingToUpdate);
        Refuse(changes.Contains("encryption") && changes.Count > 1, () => StorageErrors.UpdateNotAlone("Server-Side Encryption modification"));
        Refuse(changes.Contains("class") && changes.Count > 1, () => StorageErrors.UpdateNotAlone("TableClass modification"));
        Refuse(changes.Contains("protection") && changes.Count > 1, () => StorageErrors.UpdateNotAlone("DeletionProtection modification"));
        Refuse(changes.Contains("stream") && (changes.Contains("units") || changes.Contains("index units")), StorageErrors.StreamUpdateWithThroughput);
        Refuse(changes.Contains("index list") && changes.Contains("units"), () => StorageErrors.IndexUpdateWith("updating table IOPS"));
        Refuse(changes.Contains("index list") && changes.Contains("stream"), () => StorageErrors.IndexUpdateWith("changing stream status"));
        Refuse(request is { BillingMode: BillingMode.OnDemand, Throughput: not null }, StorageErrors.ThroughputNotAllowed);
        Refuse(
            request.Throughput?.ReadCapacityUnits < 1,
            () => StorageErrors.ThroughputTooSmall(request.Throughput!.ReadCapacityUnits, "provisionedThroughput.readCapacityUnits"));
        Refuse(
            request.Throughput?.WriteCapacityUnits < 1,
            () => StorageErrors.ThroughputTooSmall(request.Throughput!.WriteCapacityUnits, "provisionedThroughput.writeCapacityUnits"));
        IndexUpdate? twice = request.Indexes.FirstOrDefault(index => request.Indexes.Count(other => other.IndexName == index.IndexName) > 1);
        Refuse(twice is not null, () => StorageErrors.IndexUpdatedTwice(twice!.IndexName));

        void AddIf(string change, bool isChanged) => changes.AddRange(isChanged ? [change] : []);
    }

    public static TableSchema Apply(TableSchema schema, UpdateTableRequest request)
    {
        Refuse(request.Indexes.Count(index => index is CreateIndex or DeleteIndex) > 1, StorageErrors.IndexUpdatesTooMany);
        TableSchema changed = WithThroughput(schema, request);
        foreach (UpdateIndex update in request.Indexes.OfType<UpdateIndex>())
        {
            SecondaryIndex index = GlobalIndex(changed, update.IndexName, "update");
            Refuse(update.Throughput is not null && changed.Throughput is null, () => StorageErrors.IndexThroughputUpdateNotAllowed(index.Name));
            Refuse(
                update.Throughput is not null && update.Throughput == index.Throughput, () => StorageErrors.ThroughputUnchanged(index.Throughput!, index.Name));
            SecondaryIndex updated = index with { Throughput = update.Throughput ?? index.Throughput };
            changed = changed with { Indexes = [.. changed.Indexes.Select(other => other == index ? updated : other)] };
        }

        IEnumerable<string> missing = changed.Indexes
            .Where(index => index.Kind == SecondaryIndexKind.Global && changed.Throughput is not null && index.Throughput is null)
            .Select(index => index.Name)
            .Where(name => !request.Indexes.Contains(new DeleteIndex(name)));
        Refuse(missing.Any(), () => StorageErrors.IndexThroughputMissing(string.Join(',', missing)));
        changed = WithSettings(changed, request);
        changed = request.Indexes.Aggregate(changed, (before, update) => update switch
        {
            CreateIndex create => WithIndex(before, create.Index),
            DeleteIndex delete => before with { Indexes = [.. before.Indexes.Where(index => index != GlobalIndex(before, delete.IndexName, "delete"))] },
            _ => before,
        });
        TableRules.Check(changed);
        return changed;
    }

    private static TableSchema WithThroughput(TableSchema schema, UpdateTableRequest request)
    {
        BillingMode mode = request.BillingMode ?? schema.BillingMode;
        Refuse(mode == BillingMode.OnDemand && request.Throughput is not null, StorageErrors.ThroughputNotAllowed);
        Refuse(mode == BillingMode.Provisioned && schema.Throughput is null && request.Throughput is null, StorageErrors.ThroughputMissing);
        Refuse(
            schema.Throughput is not null && request.Throughput == schema.Throughput && request.Indexes.Count == 0,
            () => StorageErrors.ThroughputUnchanged(schema.Throughput!));
        return mode == BillingMode.Provisioned
            ? schema with { Throughput = request.Throughput ?? schema.Throughput }
            : schema with { Throughput = null, Indexes = [.. schema.Indexes.Select(index => index with { Throughput = null })] };
    }

    private static TableSchema WithSettings(TableSchema schema, UpdateTableRequest request)
    {
        Refuse(request.Stream?.ViewType is not null && schema.Stream is not null, () => StorageErrors.StreamExists(schema.Name));
        Refuse(request.Stream is { ViewType: null } && schema.Stream is null, () => StorageErrors.StreamMissing(schema.Name));
        Refuse(request.Encryption is { Encryption: null } && schema.Encryption is null, StorageErrors.EncryptedByDefault);
        Refuse(request.Encryption is not null && request.Encryption.Encryption == schema.Encryption, StorageErrors.EncryptedWithKey);
        return schema with
        {
            Stream = request.Stream is null ? schema.Stream : request.Stream.ViewType,
            Encryption = request.Encryption is null ? schema.Encryption : request.Encryption.Encryption,
            TableClass = request.TableClass ?? schema.TableClass,
            IsDeletionProtected = request.IsDeletionProtected ?? schema.IsDeletionProtected,
        };
    }

    private static TableSchema WithIndex(TableSchema schema, SecondaryIndex index)
    {
        Refuse(schema.Indexes.Any(other => other.Name == index.Name), StorageErrors.IndexExists);
        foreach ((KeyAttribute attribute, string kind) in Attributes(index.Key))
        {
            (KeyAttribute existing, string existingKind) = schema.Indexes.Select(other => other.Key).Prepend(schema.Key).SelectMany(Attributes)
                .FirstOrDefault(other => other.Attribute.Name == attribute.Name && other.Attribute.Type != attribute.Type);
            Refuse(existing is not null, () => StorageErrors.AttributeRedefined(existing!, existingKind, attribute, kind));
        }

        return schema with { Indexes = [.. schema.Indexes, index] };
    }

    private static IEnumerable<(KeyAttribute Attribute, string Kind)> Attributes(KeySchema key) =>
        [.. key.Partition.Select(attribute => (attribute, "HASH")), .. key.Sort.Select(attribute => (attribute, "RANGE"))];

    private static SecondaryIndex GlobalIndex(TableSchema schema, string name, string verb)
    {
        SecondaryIndex index = schema.FindIndex(name) ?? throw StorageErrors.IndexMissing();
        return index.Kind == SecondaryIndexKind.Global ? index : throw StorageErrors.IndexIsLocal(name, verb);
    }

    private static void Refuse(bool isWrong, Func<StorageException> error)
    {
        if (isWrong)
        {
            throw error();
        }
    }
}
