namespace Keyfold.Generator.Model;

/// <summary>An entity: its mapping, its keys and its access patterns.</summary>
/// <param name="Document">The type and its stored properties.</param>
/// <param name="Name">The entity's name in items.</param>
/// <param name="Set">The name of the entity set.</param>
/// <param name="TableType">The table's class with <c>global::</c>.</param>
/// <param name="TypeAttribute">The attribute that keeps <paramref name="Name"/>; null for none.</param>
/// <param name="PrimaryKey">The primary key; null if there is none, which is an error.</param>
/// <param name="SecondaryKeys">The keys in indexes, in declaration order.</param>
/// <param name="IsBroken">
/// Whether something was found wrong with the keys or the properties: then signatures alone are generated, so that the real error stands alone.
/// </param>
internal sealed record EntityModel(
    DocumentModel Document,
    string Name,
    string Set,
    string TableType,
    string? TypeAttribute,
    KeyModel? PrimaryKey,
    EquatableArray<KeyModel> SecondaryKeys,
    bool IsBroken)
{
    public TypeModel Type => Document.Type;

    /// <summary>All keys, the primary one first.</summary>
    public IEnumerable<KeyModel> Keys => PrimaryKey is null ? SecondaryKeys : [PrimaryKey, .. SecondaryKeys];
}
