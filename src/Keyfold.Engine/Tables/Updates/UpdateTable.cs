using Keyfold.Engine.Indexes;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Streams;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>
/// Changes a table without stopping its readers and writers: the new state takes the old one's place, and an index that it adds is filled
/// while writers keep it already. See <see cref="Backfill"/> for why no item is missed.
/// </summary>
internal static class UpdateTable
{
    public static TableDescription Execute(EngineState engine, in UpdateTableRequest request)
    {
        UpdateRules.Check(request);
        Table table = engine.Tables.FindForControl(request.TableName);
        TableState state = table.Change(Begin, (engine, request));
        if (state.IsUpdating)
        {
            engine.IndexCreation.Begin(table, state.Indexes[^1]);
        }

        return TableDescriber.Describe(engine, table);
    }

    private static TableState Begin(Table table, (EngineState Engine, UpdateTableRequest Request) argument)
    {
        (EngineState engine, UpdateTableRequest request) = argument;
        TableState state = table.State;
        CheckState(engine, table, request);
        if (request.Indexes.Count(index => index is CreateIndex or DeleteIndex) > 1)
        {
            throw StorageErrors.IndexUpdatesTooMany();
        }

        DateTimeOffset now = engine.Options.TimeProvider.GetUtcNow();
        TableState changed = ThroughputUpdate.Apply(state, request, now);
        changed = SettingsUpdate.Apply(changed, request, now);
        TableSchema schema = IndexesUpdate.Apply(changed.Schema, request.Indexes);
        TableRules.Check(schema);
        if (request.Stream is not null)
        {
            Switch(engine, table, request.Stream);
        }

        return changed with
        {
            Schema = schema,
            Indexes = [.. schema.Indexes.Select(index => Array.Find(state.Indexes, other => other.Name == index.Name) ?? Create(engine, table, index))],
            IsUpdating = request.Indexes.Any(index => index is CreateIndex),
        };
    }

    private static void CheckState(EngineState engine, Table table, UpdateTableRequest request)
    {
        // the table may have been deleted since it was found
        if (!ReferenceEquals(engine.Tables.TryFind(table.Name), table))
        {
            throw StorageErrors.TableNotFound(table.Name);
        }

        if (table.State.IsUpdating && !GivesUp(table, request))
        {
            throw StorageErrors.TableIsUpdated(table.Name);
        }
    }

    /// <summary>Whether a change is the end of the one before: it deletes the index that is being filled.</summary>
    private static bool GivesUp(Table table, UpdateTableRequest request) =>
        request.Indexes is [DeleteIndex delete]
        && table.FindIndex(delete.IndexName) is { Status: IndexStatus.Creating }
        && request == new UpdateTableRequest(request.TableName) { Indexes = request.Indexes };

    private static void Switch(EngineState engine, Table table, StreamUpdate update)
    {
        if (update.ViewType is { } viewType)
        {
            StreamSwitch.Enable(engine, table, viewType);
        }
        else
        {
            StreamSwitch.Disable(engine, table);
        }
    }

    private static TableIndex Create(EngineState engine, Table table, SecondaryIndex definition) =>
        new(definition, table.Key, new PartitionMap(engine.PartitionIds, locals: 0)) { Status = IndexStatus.Creating, IsYounger = true };
}
