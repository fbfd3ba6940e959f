using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Policies;
using Keyfold.Protocol.Tags;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>CreateTable.</summary>
internal static class CreateTableOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        CreateTableMembers members = call.Read(CreateTableMembers.Read);
        members.Constrain();
        Sequence<ResourceTag> tags = members.Tags is null ? [] : TagRules.Build(members.Tags);
        if (members.ResourcePolicy is not null)
        {
            PolicyOperations.CheckDocument(members.ResourcePolicy);
        }

        TableDescription table = await call.Administration.CreateTableAsync(SchemaBuilder.Build(members), cancellationToken).ConfigureAwait(false);
        if (StorageDecorator.Find<ITableResources>(call.Administration) is { } resources)
        {
            await AttachAsync(resources, table.Arn, tags, members.ResourcePolicy, cancellationToken).ConfigureAwait(false);
        }

        call.Output.Json.WriteStartObject();
        call.Output.Json.WritePropertyName("TableDescription"u8);
        TableWriter.Write(call.Output, table);
        call.Output.Json.WriteEndObject();
    }

    private static async ValueTask AttachAsync(
        ITableResources resources, string arn, Sequence<ResourceTag> tags, string? policy, CancellationToken cancellationToken)
    {
        if (tags.Count > 0)
        {
            await resources.TagAsync(arn, tags, cancellationToken).ConfigureAwait(false);
        }

        if (policy is not null)
        {
            await resources.PutPolicyAsync(arn, policy, null, cancellationToken).ConfigureAwait(false);
        }
    }
}
