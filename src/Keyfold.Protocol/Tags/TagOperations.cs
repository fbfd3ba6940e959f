using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tags;

/// <summary>TagResource, UntagResource and ListTagsOfResource. The first two answer nothing.</summary>
internal static class TagOperations
{
    public static async ValueTask TagAsync(OperationCall call, ITableResources resources, CancellationToken cancellationToken)
    {
        TagResourceMembers members = call.Read(TagResourceMembers.Read);
        members.Validate(members.Tags is not null, "tags");
        if (members.Tags is [])
        {
            throw StorageErrors.Validation("Atleast one Tag needs to be provided as Input.");
        }

        await resources.TagAsync(members.Arn!, TagRules.Build(members.Tags!), cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask UntagAsync(OperationCall call, ITableResources resources, CancellationToken cancellationToken)
    {
        TagResourceMembers members = call.Read(TagResourceMembers.Read);
        members.Validate(members.Keys is not null, "tagKeys");
        if (members.Keys is [])
        {
            throw StorageErrors.Validation("Atleast one Tag Key needs to be provided as Input.");
        }

        members.Keys!.ForEach(TagRules.CheckKey);
        await resources.UntagAsync(members.Arn!, Sequence.From(members.Keys), cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask ListAsync(OperationCall call, ITableResources resources, CancellationToken cancellationToken)
    {
        TagResourceMembers members = call.Read(TagResourceMembers.Read);
        members.Validate(isComplete: true, "");
        Sequence<ResourceTag> tags = await resources.ListTagsAsync(members.Arn!, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartArray("Tags"u8);
        foreach (ResourceTag tag in tags)
        {
            call.Output.Json.WriteStartObject();
            call.Output.Json.WriteString("Key"u8, tag.Key);
            call.Output.Json.WriteString("Value"u8, tag.Value);
            call.Output.Json.WriteEndObject();
        }

        call.Output.Json.WriteEndArray();
        call.Output.Json.WriteEndObject();
    }

    private sealed class TagResourceMembers
    {
        public string? Arn { get; private set; }

        public List<TagMembers>? Tags { get; private set; }

        public List<string>? Keys { get; private set; }

        public static TagResourceMembers Read(ref RequestReader reader)
        {
            TagResourceMembers members = new();
            while (reader.NextMember())
            {
                if (reader.Is("ResourceArn"u8))
                {
                    members.Arn = reader.ReadString();
                }
                else if (reader.Is("Tags"u8))
                {
                    members.Tags = TagMembers.ReadList(ref reader);
                }
                else if (reader.Is("TagKeys"u8))
                {
                    members.Keys = reader.ReadStrings();
                }
                else
                {
                    reader.Skip();
                }
            }

            return members;
        }

        /// <summary>Checks the resource's name, and that the list that the operation needs is there.</summary>
        public void Validate(bool isComplete, string list)
        {
            Constraints constraints = new();
            constraints.Required(isComplete, list);
            constraints.ThrowIfBroken();
            ResourceArns.Require(Arn ?? throw StorageErrors.Validation("Invalid TableArn"));
        }
    }
}
