namespace Keyfold.Generator.Model;

/// <summary>What a table's own code needs of an entity: less than the entity, so that a new property does not generate the table again.</summary>
internal sealed record TableEntityModel(
    TypeModel Type,
    string Name,
    string Set,
    string TableType,
    string? TypeAttribute,
    string? TimeToLive,
    KeyModel? PrimaryKey,
    EquatableArray<KeyModel> SecondaryKeys,
    bool IsBroken)
{
    public IEnumerable<KeyModel> Keys => PrimaryKey is null ? SecondaryKeys : [PrimaryKey, .. SecondaryKeys];

    public static TableEntityModel From(EntityModel entity) => new(
        entity.Type,
        entity.Name,
        entity.Set,
        entity.TableType,
        entity.TypeAttribute,
        entity.Document.Properties.FirstOrDefault(property => property.Role == PropertyRole.TimeToLive)?.Attribute,
        entity.PrimaryKey,
        entity.SecondaryKeys,
        entity.IsBroken);
}
