using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Specification.Tests.Differential;

/// <summary>A backend with a planted bug: it forgets a put whose item has an attribute A of type string.</summary>
internal sealed class ForgetfulBackend(Oracle.OracleBackend inner) : StorageDecorator(inner)
{
    public override async ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        Item item = ItemCodec.Decode(request.Item.Span, Encoding);
        bool forgets = item.TryGet("A", out AttributeValue value) && value.Type == AttributeType.String;
        return forgets ? default : await base.PutItemAsync(request, cancellationToken);
    }
}
