using Keyfold.Protocol.Requests;

namespace Keyfold.Protocol.Tags;

/// <summary>A Tag.</summary>
internal sealed class TagMembers
{
    public string? Key { get; private set; }

    public string? Value { get; private set; }

    /// <summary>Reads Tags.</summary>
    public static List<TagMembers>? ReadList(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<TagMembers> tags = [];
        while (reader.NextElement())
        {
            TagMembers tag = new();
            bool isStructure = reader.BeginStructure("Tag", isElement: true);
            while (isStructure && reader.NextMember())
            {
                if (reader.Is("Key"u8))
                {
                    tag.Key = reader.ReadString();
                }
                else if (reader.Is("Value"u8))
                {
                    tag.Value = reader.ReadString();
                }
                else
                {
                    reader.Skip();
                }
            }

            tags.Add(tag);
        }

        return tags;
    }
}
