using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>What UpdateTable demands of a request by itself, before it looks for the table: that there is a change, and which changes go together.</summary>
internal static class UpdateRules
{
    public static void Check(UpdateTableRequest request)
    {
        if (request == new UpdateTableRequest(request.TableName))
        {
            throw StorageErrors.NothingToUpdate();
        }

        CheckAlone(request);
        CheckTogether(request);
        if (request is { BillingMode: Schema.BillingMode.OnDemand, Throughput: not null })
        {
            throw StorageErrors.ThroughputNotAllowed();
        }

        TableRules.CheckThroughput(request.Throughput, "provisionedThroughput");
        CheckIndexes(request.Indexes);
    }

    private static void CheckAlone(UpdateTableRequest request)
    {
        UpdateTableRequest nothing = new(request.TableName);
        if (request.Encryption is not null && request != nothing with { Encryption = request.Encryption })
        {
            throw StorageErrors.UpdateNotAlone("Server-Side Encryption modification");
        }

        if (request.TableClass is not null && request != nothing with { TableClass = request.TableClass })
        {
            throw StorageErrors.UpdateNotAlone("TableClass modification");
        }

        if (request.IsDeletionProtected is not null && request != nothing with { IsDeletionProtected = request.IsDeletionProtected })
        {
            throw StorageErrors.UpdateNotAlone("DeletionProtection modification");
        }
    }

    private static void CheckTogether(UpdateTableRequest request)
    {
        bool changesThroughput = request.Throughput is not null || request.Indexes.Any(index => index is UpdateIndex { Throughput: not null });
        if (request.Stream is not null && changesThroughput)
        {
            throw StorageErrors.StreamUpdateWithThroughput();
        }

        if (!request.Indexes.Any(index => index is CreateIndex or DeleteIndex))
        {
            return;
        }

        if (request.Throughput is not null)
        {
            throw StorageErrors.IndexUpdateWith("updating table IOPS");
        }

        if (request.Stream is not null)
        {
            throw StorageErrors.IndexUpdateWith("changing stream status");
        }
    }

    private static void CheckIndexes(Sequence<IndexUpdate> indexes)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (IndexUpdate index in indexes)
        {
            TableRules.CheckThroughput((index as UpdateIndex)?.Throughput, "globalSecondaryIndexUpdates.1.member.update.provisionedThroughput");
            if (!names.Add(index.IndexName))
            {
                throw StorageErrors.IndexUpdatedTwice(index.IndexName);
            }
        }
    }
}
