using System.Globalization;
using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>UpdateTable.</summary>
internal static class UpdateTableOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        string tableName = members.Validate();
        TableDescription table = await call.Administration.UpdateTableAsync(members.Build(tableName), cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WritePropertyName("TableDescription"u8);
        TableWriter.Write(call.Output, table);
        call.Output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        private readonly SettingsMembers _settings = new();
        private string? _tableName;
        private List<AttributeDefinitionMembers>? _definitions;
        private List<IndexUpdateMembers>? _indexes;

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("TableName"u8))
                {
                    members._tableName = reader.ReadString();
                }
                else if (reader.Is("AttributeDefinitions"u8))
                {
                    members._definitions = AttributeDefinitionMembers.ReadList(ref reader);
                }
                else if (reader.Is("GlobalSecondaryIndexUpdates"u8))
                {
                    members._indexes = IndexUpdateMembers.ReadList(ref reader);
                }
                else if (!members._settings.TryRead(ref reader))
                {
                    reader.Skip();
                }
            }

            return members;
        }

        /// <summary>Checks what the service's model says, and gives the table's name.</summary>
        public string Validate()
        {
            string tableName = TableMembers.Validate(_tableName);
            Constraints constraints = new();
            for (int i = 0; i < (_definitions?.Count ?? 0); i++)
            {
                _definitions![i].Constrain(constraints, string.Create(CultureInfo.InvariantCulture, $"attributeDefinitions.{i + 1}.member"));
            }

            _settings.Constrain(constraints);
            IndexUpdateMembers.Constrain(_indexes, constraints);
            constraints.ThrowIfBroken();
            return tableName;
        }

        public UpdateTableRequest Build(string tableName)
        {
            KeyBuilder? keys = _definitions is null ? null : new KeyBuilder(_definitions);
            return new UpdateTableRequest(tableName)
            {
                BillingMode = _settings.BillingMode,
                Throughput = Throughputs.Build(_settings.Throughput),
                OnDemandThroughput = Throughputs.BuildOnDemand(_settings.OnDemandThroughput),
                WarmThroughput = Throughputs.BuildWarm(_settings.WarmThroughput),
                Stream = BuildStream(_settings.Stream),
                Encryption = _settings.Encryption is null ? null : new EncryptionUpdate(_settings.Encryption.Build()),
                TableClass = _settings.TableClass,
                IsDeletionProtected = _settings.IsDeletionProtected,
                Indexes = Sequence.From((_indexes ?? []).Select(index => index.Build(keys))),
            };
        }

        private static StreamUpdate? BuildStream(StreamMembers? stream)
        {
            if (stream is null)
            {
                return null;
            }

            if (stream.IsEnabled == true && !stream.HasViewType)
            {
                throw StorageErrors.InvalidParameter("If stream is being enabled then UpdateViewType is required");
            }

            if (stream.IsEnabled != true && stream.HasViewType)
            {
                throw StorageErrors.InvalidParameter("If stream is being disabled, then UpdateViewType must not be specified");
            }

            return new StreamUpdate(stream.ViewType);
        }
    }
}
