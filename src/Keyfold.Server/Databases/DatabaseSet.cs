using System.Collections.Concurrent;
using Keyfold.Engine;
using Keyfold.Protocol;
using Keyfold.Server.Authentication;

namespace Keyfold.Server.Databases;

/// <summary>The databases that have been asked for, each made when its first request comes.</summary>
internal sealed class DatabaseSet(ServerOptions options)
{
    private readonly ConcurrentDictionary<DatabaseName, Lazy<DynamoDbProtocol>> _databases = new();

    /// <summary>Null if there are too many already.</summary>
    /// <param name="header">The request's Authorization header, null if there is none of AWS's.</param>
    public DynamoDbProtocol? Find(AuthorizationHeader? header)
    {
        DatabaseName name = options.SharedDatabase ? new("", "") : Name(header);
        if (_databases.TryGetValue(name, out Lazy<DynamoDbProtocol>? database))
        {
            return database.Value;
        }

        return _databases.Count < options.DatabasesMax ? _databases.GetOrAdd(name, Open).Value : null;
    }

    private static DatabaseName Name(AuthorizationHeader? header) =>
        header?.Credential is { } credential && CredentialScope.TryParse(credential, out CredentialScope scope)
            ? new DatabaseName(scope.AccessKeyId, scope.Region)
            : new DatabaseName("", "");

    private Lazy<DynamoDbProtocol> Open(DatabaseName name) => new(() =>
    {
        EmbeddedEngine engine = options.OpenDatabase(name);
        return new DynamoDbProtocol(engine, engine);
    });
}
