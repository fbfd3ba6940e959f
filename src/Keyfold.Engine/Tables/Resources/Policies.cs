using System.Globalization;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Resources;

/// <summary>Keeps the policies of tables and streams. A revision is named by the moment when it was put, as DynamoDB names it.</summary>
internal static class Policies
{
    public static ResourcePolicy Get(EngineState engine, in string arn) =>
        ResourceNames.Read(engine, arn).Policy ?? throw StorageErrors.PolicyNotFound(arn);

    public static ResourcePolicy Put(EngineState engine, in (string Arn, string Document, string? ExpectedRevisionId) request) =>
        ResourceNames.Change(engine, request.Arn, Put, (engine, request)).Policy!;

    public static ResourcePolicy? Delete(EngineState engine, in (string Arn, string? ExpectedRevisionId) request)
    {
        (string arn, string? expected) = request;
        ResourcePolicy? removed = null;
        ResourceNames.Change(
            engine,
            arn,
            (state, _) =>
            {
                CheckRevision(state.Policy, arn, expected);
                removed = state.Policy;
                return state with { Policy = null };
            },
            expected);
        return removed;
    }

    private static ResourceState Put(ResourceState state, (EngineState Engine, (string Arn, string Document, string? ExpectedRevisionId) Request) argument)
    {
        (string arn, string document, string? expected) = argument.Request;
        CheckRevision(state.Policy, arn, expected);
        return string.Equals(state.Policy?.Document, document, StringComparison.Ordinal)
            ? state
            : state with { Policy = new ResourcePolicy(document, NextRevision(argument.Engine, state.Policy)) };
    }

    private static void CheckRevision(ResourcePolicy? policy, string arn, string? expected)
    {
        if (expected is not null && !string.Equals(policy?.RevisionId ?? ResourcePolicy.None, expected, StringComparison.Ordinal))
        {
            throw StorageErrors.PolicyNotFound(arn);
        }
    }

    private static string NextRevision(EngineState engine, ResourcePolicy? last)
    {
        long now = engine.Options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        long after = last is null ? 0 : long.Parse(last.RevisionId, CultureInfo.InvariantCulture) + 1;
        return Math.Max(now, after).ToString(CultureInfo.InvariantCulture);
    }
}
