using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.Tables;

/// <summary>An element of a KeySchema.</summary>
internal sealed class KeyElementMembers
{
    public string? AttributeName { get; private set; }

    public string? KeyType { get; private set; }

    /// <summary>Reads a KeySchema.</summary>
    public static List<KeyElementMembers>? ReadList(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<KeyElementMembers> elements = [];
        while (reader.NextElement())
        {
            KeyElementMembers element = new();
            bool isStructure = reader.BeginStructure("KeySchemaElement", isElement: true);
            while (isStructure && reader.NextMember())
            {
                if (reader.Is("AttributeName"u8))
                {
                    element.AttributeName = reader.ReadString();
                }
                else if (reader.Is("KeyType"u8))
                {
                    element.KeyType = reader.ReadString();
                }
                else
                {
                    reader.Skip();
                }
            }

            elements.Add(element);
        }

        return elements;
    }

    public void Constrain(Constraints constraints, string path)
    {
        constraints.Required(AttributeName is not null, $"{path}.attributeName");
        constraints.Required(KeyType is not null, $"{path}.keyType");
        constraints.OneOf(KeyType, "HASH, RANGE", $"{path}.keyType");
    }
}

/// <summary>An element of AttributeDefinitions.</summary>
internal sealed class AttributeDefinitionMembers
{
    public string? AttributeName { get; private set; }

    public string? AttributeType { get; private set; }

    /// <summary>Reads AttributeDefinitions.</summary>
    public static List<AttributeDefinitionMembers>? ReadList(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<AttributeDefinitionMembers> definitions = [];
        while (reader.NextElement())
        {
            AttributeDefinitionMembers definition = new();
            bool isStructure = reader.BeginStructure("AttributeDefinition", isElement: true);
            while (isStructure && reader.NextMember())
            {
                if (reader.Is("AttributeName"u8))
                {
                    definition.AttributeName = reader.ReadString();
                }
                else if (reader.Is("AttributeType"u8))
                {
                    definition.AttributeType = reader.ReadString();
                }
                else
                {
                    reader.Skip();
                }
            }

            definitions.Add(definition);
        }

        return definitions;
    }

    public void Constrain(Constraints constraints, string path)
    {
        constraints.Required(AttributeName is not null, $"{path}.attributeName");
        constraints.Required(AttributeType is not null, $"{path}.attributeType");
        constraints.OneOf(AttributeType, "B, N, S", $"{path}.attributeType");
    }
}
