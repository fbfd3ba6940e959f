namespace Keyfold.Generator;

/// <summary>The attributes of the <c>Keyfold</c> namespace by their metadata names.</summary>
internal static class KnownNames
{
    public const string Namespace = "Keyfold";

    public const string Table = "TableAttribute";
    public const string GlobalSecondaryIndex = "GlobalSecondaryIndexAttribute";
    public const string LocalSecondaryIndex = "LocalSecondaryIndexAttribute";
    public const string Collection = "CollectionAttribute";
    public const string Entity = "EntityAttribute`1";
    public const string Document = "DocumentAttribute";
    public const string PrimaryKey = "PrimaryKeyAttribute";
    public const string SecondaryKey = "SecondaryKeyAttribute";
    public const string LocalSecondaryKey = "LocalSecondaryKeyAttribute";
    public const string PartitionKey = "PartitionKeyAttribute";
    public const string SortKey = "SortKeyAttribute";
    public const string Attribute = "AttributeAttribute";
    public const string Ignore = "IgnoreAttribute";
    public const string Converter = "ConverterAttribute`1";
    public const string TimeToLive = "TimeToLiveAttribute";
    public const string Version = "VersionAttribute";

    public const string ConverterInterface = "IConverter`2";
    public const string TableBase = "Table`1";
    public const string AttributeValue = "AttributeValue";

    /// <summary>The attribute that keeps an entity's name, unless the table names another.</summary>
    public const string DefaultTypeAttribute = "_type";

    public static string Qualified(string name) => Namespace + "." + name;
}
