namespace Keyfold.Generator.Model;

/// <summary>A table as its annotations declare it.</summary>
/// <param name="Type">The table's class.</param>
/// <param name="Name">The table's name.</param>
/// <param name="PartitionKey">The attribute that is its partition key.</param>
/// <param name="SortKey">The attribute that is its sort key; null for none.</param>
/// <param name="TypeAttribute">The declared type attribute; null where it depends on each entity's primary key.</param>
/// <param name="Indexes">The indexes in declaration order.</param>
/// <param name="Collections">The item collections in declaration order.</param>
/// <param name="IsBroken">Whether something was found wrong with it.</param>
internal sealed record TableModel(
    TypeModel Type,
    string Name,
    string PartitionKey,
    string? SortKey,
    string? TypeAttribute,
    EquatableArray<IndexModel> Indexes,
    EquatableArray<CollectionModel> Collections,
    bool IsBroken);

/// <summary>A secondary index.</summary>
internal sealed record IndexModel(
    string Name,
    bool IsLocal,
    EquatableArray<string> PartitionKeys,
    EquatableArray<string> SortKeys,
    ProjectionKind Projection,
    EquatableArray<string> NonKeyAttributes);

/// <summary>An item collection: the types of its entities with <c>global::</c>.</summary>
internal sealed record CollectionModel(string Name, string? Index, EquatableArray<string> Entities);
