namespace Keyfold.Generator.Model;

/// <summary>A table and its entities in the order of their sets' names, which does not depend on the order of files.</summary>
internal sealed record TableWithEntities(TableModel Table, EquatableArray<TableEntityModel> Entities)
{
    public static TableWithEntities From(TableModel table, IEnumerable<TableEntityModel> all) => new(
        table,
        all.Where(entity => entity.TableType == table.Type.FullName).OrderBy(entity => entity.Set, StringComparer.Ordinal).ToEquatableArray());
}
