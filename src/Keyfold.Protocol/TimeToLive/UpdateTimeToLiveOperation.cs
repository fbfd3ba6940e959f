using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.TimeToLive;

/// <summary>UpdateTimeToLive.</summary>
internal static class UpdateTimeToLiveOperation
{
    private const int AttributeNameCharactersMax = 255;

    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        string tableName = members.Validate();
        await call.Administration.UpdateTimeToLiveAsync(tableName, members.AttributeName!, members.Enabled!.Value, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartObject("TimeToLiveSpecification"u8);
        call.Output.Json.WriteBoolean("Enabled"u8, members.Enabled.Value);
        call.Output.Json.WriteString("AttributeName"u8, members.AttributeName);
        call.Output.Json.WriteEndObject();
        call.Output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        private string? _tableName;
        private bool _hasSpecification;

        public string? AttributeName { get; private set; }

        public bool? Enabled { get; private set; }

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("TableName"u8))
                {
                    members._tableName = reader.ReadString();
                }
                else if (reader.Is("TimeToLiveSpecification"u8))
                {
                    members.ReadSpecification(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            return members;
        }

        /// <summary>Checks what the service's model says, and gives the table's name.</summary>
        public string Validate()
        {
            Constraints constraints = new();
            constraints.TableName(_tableName, "tableName");
            constraints.Required(_hasSpecification, "timeToLiveSpecification");
            if (_hasSpecification)
            {
                constraints.Required(AttributeName is not null, "timeToLiveSpecification.attributeName");
                constraints.Length(AttributeName?.Length ?? 1, AttributeName ?? "", 1, AttributeNameCharactersMax, "timeToLiveSpecification.attributeName");
                constraints.Required(Enabled is not null, "timeToLiveSpecification.enabled");
            }

            constraints.ThrowIfBroken();
            return TableNames.Resolve(_tableName!);
        }

        private void ReadSpecification(ref RequestReader reader)
        {
            _hasSpecification = reader.BeginStructure("TimeToLiveSpecification");
            while (_hasSpecification && reader.NextMember())
            {
                if (reader.Is("AttributeName"u8))
                {
                    AttributeName = reader.ReadString();
                }
                else if (reader.Is("Enabled"u8))
                {
                    Enabled = reader.ReadBoolean();
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }
}
