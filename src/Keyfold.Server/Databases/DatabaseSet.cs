using System.Collections.Concurrent;
using Keyfold.Engine;
using Keyfold.Protocol;
using Keyfold.Server.Authentication;

namespace Keyfold.Server.Databases;

/// <summary>The databases that have been asked for, each made when its first request comes.</summary>
internal sealed class DatabaseSet(ServerOptions options)
{
    private readonly ConcurrentDictionary<DatabaseName, Lazy<DynamoDbProtocol>> _databases = new();

    // most servers have one client, whose credential is the same all day
    private volatile Found? _last;

    /// <summary>Null if there are too many already.</summary>
    /// <param name="authorization">The request's Authorization header.</param>
    public DynamoDbProtocol? Find(ReadOnlySpan<char> authorization)
    {
        ReadOnlySpan<char> credential = options.SharedDatabase ? default : AuthorizationHeader.FindCredential(authorization);
        if (_last is { } last && credential.SequenceEqual(last.Credential))
        {
            return last.Database;
        }

        DynamoDbProtocol? database = Find(Name(credential.ToString()));
        _last = database is null ? _last : new Found(credential.ToString(), database);
        return database;
    }

    private DynamoDbProtocol? Find(DatabaseName name)
    {
        if (_databases.TryGetValue(name, out Lazy<DynamoDbProtocol>? database))
        {
            return database.Value;
        }

        return _databases.Count < options.DatabasesMax ? _databases.GetOrAdd(name, Open).Value : null;
    }

    private static DatabaseName Name(string credential) =>
        CredentialScope.TryParse(credential, out CredentialScope scope)
            ? new DatabaseName(scope.AccessKeyId, scope.Region)
            : new DatabaseName("", "");

    private Lazy<DynamoDbProtocol> Open(DatabaseName name) => new(() =>
    {
        EmbeddedEngine engine = options.OpenDatabase(name);
        return new DynamoDbProtocol(engine, engine);
    });

    private sealed record Found(string Credential, DynamoDbProtocol Database);
}
