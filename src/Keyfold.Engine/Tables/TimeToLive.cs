using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>Keeps the attribute by which the items of a table expire. A change holds at once.</summary>
internal static class TimeToLive
{
    public static TimeToLiveDescription Describe(EngineState engine, in string tableName) => Describe(engine.Tables.FindForControl(tableName).State);

    public static TimeToLiveDescription Update(EngineState engine, in (string TableName, string AttributeName, bool Enabled) update)
    {
        TableState changed = engine.Tables.FindForControl(update.TableName).Change(Change, (update.AttributeName, update.Enabled));
        if (update.Enabled)
        {
            engine.ExpiryTimer.Start();
        }

        return Describe(changed);
    }

    private static TableState Change(Table table, (string AttributeName, bool Enabled) update)
    {
        TableState state = table.State;
        string? current = state.Schema.TimeToLiveAttribute;
        if (current is null && !update.Enabled)
        {
            throw StorageErrors.TimeToLiveDisabled();
        }

        if (current is not null && !string.Equals(current, update.AttributeName, StringComparison.Ordinal))
        {
            throw StorageErrors.TimeToLiveAttributeDiffers(current);
        }

        if (current is not null && update.Enabled)
        {
            throw StorageErrors.TimeToLiveEnabled();
        }

        return state with { Schema = state.Schema with { TimeToLiveAttribute = update.Enabled ? update.AttributeName : null } };
    }

    private static TimeToLiveDescription Describe(TableState state) => new(
        state.Schema.TimeToLiveAttribute is null ? TimeToLiveStatus.Disabled : TimeToLiveStatus.Enabled, state.Schema.TimeToLiveAttribute);
}
