using System.Globalization;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Tags;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;

namespace Keyfold.Protocol.Tables;

/// <summary>The members of CreateTable.</summary>
internal sealed class CreateTableMembers
{
    public string? TableName { get; private set; }

    public SettingsMembers Settings { get; } = new();

    public List<AttributeDefinitionMembers>? Definitions { get; private set; }

    public List<KeyElementMembers>? KeySchema { get; private set; }

    public List<IndexMembers>? LocalIndexes { get; private set; }

    public List<IndexMembers>? GlobalIndexes { get; private set; }

    public List<TagMembers>? Tags { get; private set; }

    public string? ResourcePolicy { get; private set; }

    public static CreateTableMembers Read(ref RequestReader reader)
    {
        CreateTableMembers members = new();
        while (reader.NextMember())
        {
            members.ReadMember(ref reader);
        }

        return members;
    }

    /// <summary>Checks what the service's model says.</summary>
    public void Constrain()
    {
        TableMembers.Validate(TableName);
        Constraints constraints = new();
        constraints.Required(Definitions is not null, "attributeDefinitions");
        constraints.Required(KeySchema is not null, "keySchema");
        Settings.Constrain(constraints);
        for (int i = 0; i < (Definitions?.Count ?? 0); i++)
        {
            Definitions![i].Constrain(constraints, string.Create(CultureInfo.InvariantCulture, $"attributeDefinitions.{i + 1}.member"));
        }

        constraints.Length(KeySchema?.Count ?? 1, KeySchema is [] ? "[]" : "[...]", 1, 2, "keySchema");
        for (int i = 0; i < (KeySchema?.Count ?? 0); i++)
        {
            KeySchema![i].Constrain(constraints, string.Create(CultureInfo.InvariantCulture, $"keySchema.{i + 1}.member"));
        }

        IndexMembers.Constrain(LocalIndexes, constraints, "localSecondaryIndexes");
        IndexMembers.Constrain(GlobalIndexes, constraints, "globalSecondaryIndexes");
        constraints.ThrowIfBroken();
    }

    private void ReadMember(ref RequestReader reader)
    {
        if (reader.Is("TableName"u8))
        {
            TableName = reader.ReadString();
        }
        else if (reader.Is("AttributeDefinitions"u8))
        {
            Definitions = AttributeDefinitionMembers.ReadList(ref reader);
        }
        else if (reader.Is("KeySchema"u8))
        {
            KeySchema = KeyElementMembers.ReadList(ref reader);
        }
        else if (reader.Is("LocalSecondaryIndexes"u8))
        {
            LocalIndexes = IndexMembers.ReadList(ref reader, SecondaryIndexKind.Local);
        }
        else if (reader.Is("GlobalSecondaryIndexes"u8))
        {
            GlobalIndexes = IndexMembers.ReadList(ref reader, SecondaryIndexKind.Global);
        }
        else if (reader.Is("Tags"u8))
        {
            Tags = TagMembers.ReadList(ref reader);
        }
        else if (reader.Is("ResourcePolicy"u8))
        {
            ResourcePolicy = reader.ReadString();
        }
        else if (!Settings.TryRead(ref reader))
        {
            reader.Skip();
        }
    }
}
