namespace Keyfold.Generator;

/// <summary>The steps of the pipeline, by the names under which a test finds them.</summary>
internal static class TrackingNames
{
    public const string Entities = nameof(Entities);
    public const string Documents = nameof(Documents);
    public const string Tables = nameof(Tables);
    public const string TablesWithEntities = nameof(TablesWithEntities);
}
