using Keyfold.Aws.Transport;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Aws.Requests;

/// <summary>The members of a request that are words or numbers. What is DynamoDB's default is left out.</summary>
internal static class OptionMembers
{
    public static void ConsistentRead(RequestBuffer request, bool isConsistent) => request.Raw(isConsistent ? ",\"ConsistentRead\":true"u8 : default);

    public static void Capacity(RequestBuffer request, ReturnConsumedCapacity capacity) => request.Raw(capacity switch
    {
        ReturnConsumedCapacity.Total => ",\"ReturnConsumedCapacity\":\"TOTAL\""u8,
        ReturnConsumedCapacity.Indexes => ",\"ReturnConsumedCapacity\":\"INDEXES\""u8,
        _ => default,
    });

    public static void ReturnValues(RequestBuffer request, ReturnValues returnValues) => request.Raw(returnValues switch
    {
        Storage.ReturnValues.AllOld => ",\"ReturnValues\":\"ALL_OLD\""u8,
        Storage.ReturnValues.UpdatedOld => ",\"ReturnValues\":\"UPDATED_OLD\""u8,
        Storage.ReturnValues.AllNew => ",\"ReturnValues\":\"ALL_NEW\""u8,
        Storage.ReturnValues.UpdatedNew => ",\"ReturnValues\":\"UPDATED_NEW\""u8,
        _ => default,
    });

    public static void ReturnItemOnFailure(RequestBuffer request, bool returnsItem) =>
        request.Raw(returnsItem ? ",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\""u8 : default);

    public static void CollectionMetrics(RequestBuffer request, bool returnsMetrics) =>
        request.Raw(returnsMetrics ? ",\"ReturnItemCollectionMetrics\":\"SIZE\""u8 : default);

    public static void Select(RequestBuffer request, Select select) => request.Raw(select switch
    {
        Storage.Select.AllAttributes => ",\"Select\":\"ALL_ATTRIBUTES\""u8,
        Storage.Select.AllProjectedAttributes => ",\"Select\":\"ALL_PROJECTED_ATTRIBUTES\""u8,
        Storage.Select.SpecificAttributes => ",\"Select\":\"SPECIFIC_ATTRIBUTES\""u8,
        Storage.Select.Count => ",\"Select\":\"COUNT\""u8,
        _ => default,
    });

    public static void Index(RequestBuffer request, string? indexName)
    {
        if (indexName is not null)
        {
            request.Raw(",\"IndexName\":"u8);
            request.Text(indexName);
        }
    }

    /// <summary>Writes a number's member, with its comma, if there is a number.</summary>
    public static void Number(RequestBuffer request, ReadOnlySpan<byte> member, int? value)
    {
        if (value is { } number)
        {
            request.Raw(member);
            request.Integer(number);
        }
    }

    public static void StartKey(RequestBuffer request, Item? startKey)
    {
        if (startKey is not null)
        {
            request.Raw(",\"ExclusiveStartKey\":"u8);
            request.Item(startKey);
        }
    }
}
