using System.Text;
using System.Text.Json;
using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Tags;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Policies;

/// <summary>PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy.</summary>
internal static class PolicyOperations
{
    private const int ArnCharactersMax = 1283;
    private const int RevisionCharactersMax = 255;

    public static async ValueTask PutAsync(OperationCall call, ITableResources resources, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Validate(needsPolicy: true);
        CheckDocument(members.Policy!);
        ResourcePolicy policy = await resources
            .PutPolicyAsync(members.Arn!, members.Policy!, members.ExpectedRevisionId, cancellationToken)
            .ConfigureAwait(false);
        WriteRevision(call, policy);
    }

    public static async ValueTask GetAsync(OperationCall call, ITableResources resources, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Validate(needsPolicy: false);
        ResourcePolicy policy = await resources.GetPolicyAsync(members.Arn!, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteString("Policy"u8, policy.Document);
        call.Output.Json.WriteString("RevisionId"u8, policy.RevisionId);
        call.Output.Json.WriteEndObject();
    }

    public static async ValueTask DeleteAsync(OperationCall call, ITableResources resources, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Validate(needsPolicy: false);
        WriteRevision(call, await resources.DeletePolicyAsync(members.Arn!, members.ExpectedRevisionId, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Fails unless a policy is JSON of a size that it may have.</summary>
    public static void CheckDocument(string policy)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(policy);
        if (bytes.Length > Limits.PolicyBytesMax)
        {
            throw StorageErrors.InvalidParameter("Maximum policy size of 20480 bytes exceeded");
        }

        Utf8JsonReader reader = new(bytes);
        try
        {
            bool isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read())
            {
            }

            if (isObject)
            {
                return;
            }
        }
        catch (JsonException)
        {
            // said below
        }

        throw StorageErrors.InvalidParameter("Invalid policy document: This policy contains invalid Json");
    }

    private static void WriteRevision(OperationCall call, ResourcePolicy? policy)
    {
        call.Output.Json.WriteStartObject();
        if (policy is not null)
        {
            call.Output.Json.WriteString("RevisionId"u8, policy.RevisionId);
        }

        call.Output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public string? Arn { get; private set; }

        public string? Policy { get; private set; }

        public string? ExpectedRevisionId { get; private set; }

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("ResourceArn"u8))
                {
                    members.Arn = reader.ReadString();
                }
                else if (reader.Is("Policy"u8))
                {
                    members.Policy = reader.ReadString();
                }
                else if (reader.Is("ExpectedRevisionId"u8))
                {
                    members.ExpectedRevisionId = reader.ReadString();
                }
                else
                {
                    reader.Skip();
                }
            }

            return members;
        }

        public void Validate(bool needsPolicy)
        {
            Constraints constraints = new();
            constraints.Required(Arn is not null, "resourceArn");
            constraints.Length(Arn?.Length ?? 1, Arn ?? "", 1, ArnCharactersMax, "resourceArn");
            constraints.Required(!needsPolicy || Policy is not null, "policy");
            constraints.Length(ExpectedRevisionId?.Length ?? 1, ExpectedRevisionId ?? "", 1, RevisionCharactersMax, "expectedRevisionId");
            constraints.ThrowIfBroken();
            ResourceArns.Require(Arn!);
        }
    }
}
