using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Aws.Benchmarks.Contenders;

/// <summary>The SDK's low-level client with mapping by hand, as a careful application writes it.</summary>
internal sealed class SdkClient(IAmazonDynamoDB client) : IContender
{
    private const string Table = "shop";

    public string Name => "AWS SDK, low-level client";

    public async Task GetAsync(Order key) => FromItem((await client.GetItemAsync(Table, KeyOf(key))).Item);

    public async Task PutAsync(Order order) => await client.PutItemAsync(Table, ToItem(order));

    public async Task<int> QueryAsync(string customerId)
    {
        QueryResponse page = await client.QueryAsync(new QueryRequest
        {
            TableName = Table,
            KeyConditionExpression = "PK = :pk AND begins_with(SK, :sk)",
            ExpressionAttributeValues = new() { [":pk"] = new($"CUSTOMER#{customerId}"), [":sk"] = new("ORDER#") },
        });
        List<Order> orders = [.. page.Items.Select(FromItem)];
        return orders.Count;
    }

    public async Task BatchWriteAsync(IReadOnlyList<Order> orders) => await client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
    {
        [Table] = [.. orders.Select(order => new WriteRequest(new PutRequest(ToItem(order))))],
    });

    public async Task TransactWriteAsync(IReadOnlyList<Order> orders) => await client.TransactWriteItemsAsync(new TransactWriteItemsRequest
    {
        TransactItems = [.. orders.Select(order => new TransactWriteItem { Put = new Put { TableName = Table, Item = ToItem(order) } })],
    });

    private static Dictionary<string, AttributeValue> KeyOf(Order order) => new()
    {
        ["PK"] = new($"CUSTOMER#{order.CustomerId}"),
        ["SK"] = new(string.Create(CultureInfo.InvariantCulture, $"ORDER#{order.Number:D10}")),
    };

    private static Dictionary<string, AttributeValue> ToItem(Order order)
    {
        Dictionary<string, AttributeValue> item = KeyOf(order);
        item["EntityType"] = new("Order");
        item["CustomerId"] = new(order.CustomerId);
        item["Number"] = Number(order.Number);
        item["PlacedAt"] = new(order.PlacedAt.ToString("O", CultureInfo.InvariantCulture));
        item["Status"] = new(order.Status.ToString());
        item["Total"] = Number(order.Total);
        item["Currency"] = new(order.Currency);
        item["Email"] = new(order.Email);
        item["Gift"] = new AttributeValue { BOOL = order.Gift };
        item["Units"] = Number(order.Units);
        if (order.Discount is { } discount)
        {
            item["Discount"] = Number(discount);
        }

        item["ShipTo"] = new AttributeValue
        {
            M = new Dictionary<string, AttributeValue>
            {
                ["Street"] = new(order.ShipTo.Street),
                ["City"] = new(order.ShipTo.City),
                ["PostalCode"] = new(order.ShipTo.PostalCode),
                ["Country"] = new(order.ShipTo.Country),
            },
        };
        item["Lines"] = new AttributeValue { L = [.. order.Lines.Select(ToValue)] };
        return item;
    }

    private static AttributeValue ToValue(OrderLine line) => new()
    {
        M = new Dictionary<string, AttributeValue>
        {
            ["StockCode"] = new(line.StockCode),
            ["Name"] = new(line.Name),
            ["Quantity"] = Number(line.Quantity),
            ["UnitPrice"] = Number(line.UnitPrice),
        },
    };

    private static Order FromItem(Dictionary<string, AttributeValue> item) => new()
    {
        CustomerId = item["CustomerId"].S,
        Number = long.Parse(item["Number"].N, CultureInfo.InvariantCulture),
        PlacedAt = DateTime.Parse(item["PlacedAt"].S, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        Status = Enum.Parse<OrderStatus>(item["Status"].S),
        Total = decimal.Parse(item["Total"].N, CultureInfo.InvariantCulture),
        Currency = item["Currency"].S,
        Email = item["Email"].S,
        Gift = item["Gift"].BOOL ?? false,
        Units = int.Parse(item["Units"].N, CultureInfo.InvariantCulture),
        Discount = item.TryGetValue("Discount", out AttributeValue? discount) ? decimal.Parse(discount.N, CultureInfo.InvariantCulture) : null,
        ShipTo = FromAddress(item["ShipTo"].M),
        Lines = [.. item["Lines"].L.Select(line => FromLine(line.M))],
    };

    private static Address FromAddress(Dictionary<string, AttributeValue> map) =>
        new() { Street = map["Street"].S, City = map["City"].S, PostalCode = map["PostalCode"].S, Country = map["Country"].S };

    private static OrderLine FromLine(Dictionary<string, AttributeValue> map) => new()
    {
        StockCode = map["StockCode"].S,
        Name = map["Name"].S,
        Quantity = int.Parse(map["Quantity"].N, CultureInfo.InvariantCulture),
        UnitPrice = decimal.Parse(map["UnitPrice"].N, CultureInfo.InvariantCulture),
    };

    private static AttributeValue Number<T>(T value)
        where T : IFormattable => new() { N = value.ToString(null, CultureInfo.InvariantCulture) };
}
