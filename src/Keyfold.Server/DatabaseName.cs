namespace Keyfold.Server;

/// <summary>Which database a request means, as its signature says. Both parts are empty if it has none, or if one database is shared by all.</summary>
/// <param name="AccessKeyId">Whose tables.</param>
/// <param name="Region">The region they are in.</param>
public readonly record struct DatabaseName(string AccessKeyId, string Region);
