using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Resources;

/// <summary>Finds and changes what is attached to a resource name.</summary>
internal static class ResourceNames
{
    private const string StreamPart = "/stream/";

    /// <summary>What is attached to a resource.</summary>
    public static ResourceState Read(EngineState engine, string arn) =>
        TableOf(engine, arn).State.Resources.GetValueOrDefault(arn, ResourceState.Empty);

    /// <summary>Changes what is attached to a resource.</summary>
    public static ResourceState Change<TArgument>(
        EngineState engine, string arn, Func<ResourceState, TArgument, ResourceState> change, TArgument argument)
    {
        TableState changed = TableOf(engine, arn).Change(
            static (table, context) =>
            {
                ResourceState current = table.State.Resources.GetValueOrDefault(context.arn, ResourceState.Empty);
                return table.State with { Resources = table.State.Resources.SetItem(context.arn, context.change(current, context.argument)) };
            },
            (arn, change, argument));
        return changed.Resources[arn];
    }

    private static Table TableOf(EngineState engine, string arn)
    {
        int part = arn.IndexOf(StreamPart, StringComparison.Ordinal);
        string tableArn = part < 0 ? arn : arn[..part];
        string name = tableArn[(tableArn.IndexOf('/', StringComparison.Ordinal) + 1)..];
        Table? table = string.Equals(engine.Options.TableArn(name), tableArn, StringComparison.Ordinal) ? engine.Tables.TryFind(name) : null;
        bool isThere = table is not null && (part < 0 || string.Equals(table.Stream?.Names.Arn, arn, StringComparison.Ordinal));
        return isThere ? table! : throw StorageErrors.ResourceNotFound(arn);
    }
}
