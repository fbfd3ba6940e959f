using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;

namespace Keyfold.Protocol.Tables;

/// <summary>A StreamSpecification.</summary>
internal sealed class StreamMembers
{
    private string? _viewType;

    public bool? IsEnabled { get; private set; }

    public bool HasViewType => _viewType is not null;

    public StreamViewType? ViewType => _viewType switch
    {
        "KEYS_ONLY" => StreamViewType.KeysOnly,
        "NEW_IMAGE" => StreamViewType.NewImage,
        "OLD_IMAGE" => StreamViewType.OldImage,
        "NEW_AND_OLD_IMAGES" => StreamViewType.NewAndOldImages,
        _ => null,
    };

    public static StreamMembers? Read(ref RequestReader reader)
    {
        if (!reader.BeginStructure("StreamSpecification"))
        {
            return null;
        }

        StreamMembers stream = new();
        while (reader.NextMember())
        {
            if (reader.Is("StreamEnabled"u8))
            {
                stream.IsEnabled = reader.ReadBoolean();
            }
            else if (reader.Is("StreamViewType"u8))
            {
                stream._viewType = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return stream;
    }

    public void Constrain(Constraints constraints)
    {
        constraints.Required(IsEnabled is not null, "streamSpecification.streamEnabled");
        constraints.OneOf(_viewType, "OLD_IMAGE, KEYS_ONLY, NEW_AND_OLD_IMAGES, NEW_IMAGE", "streamSpecification.streamViewType");
    }
}
