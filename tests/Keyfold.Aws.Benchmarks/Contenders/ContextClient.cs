using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Aws.Benchmarks.Contenders;

/// <summary>The SDK's object mapper.</summary>
internal sealed class ContextClient(IAmazonDynamoDB client) : IContender
{
    private readonly DynamoDBContext _context = new DynamoDBContextBuilder()
        .WithDynamoDBClient(() => client)
        .ConfigureContext(config => config.DisableFetchingTableMetadata = true)
        .Build();

    public string Name => "AWS SDK, DynamoDBContext";

    public async Task GetAsync(Order key) => await _context.LoadAsync<ContextOrder>($"CUSTOMER#{key.CustomerId}", SortKey(key));

    public async Task PutAsync(Order order) => await _context.SaveAsync(From(order));

    public async Task<int> QueryAsync(string customerId) => (await _context.QueryAsync<ContextOrder>($"CUSTOMER#{customerId}").GetNextSetAsync()).Count;

    public async Task BatchWriteAsync(IReadOnlyList<Order> orders)
    {
        IBatchWrite<ContextOrder> batch = _context.CreateBatchWrite<ContextOrder>();
        batch.AddPutItems(orders.Select(From));
        await batch.ExecuteAsync();
    }

    public async Task TransactWriteAsync(IReadOnlyList<Order> orders)
    {
        ITransactWrite<ContextOrder> transaction = _context.CreateTransactWrite<ContextOrder>();
        transaction.AddSaveItems(orders.Select(From));
        await transaction.ExecuteAsync();
    }

    private static string SortKey(Order order) => string.Create(CultureInfo.InvariantCulture, $"ORDER#{order.Number:D10}");

    private static ContextOrder From(Order order) => new()
    {
        PK = $"CUSTOMER#{order.CustomerId}",
        SK = SortKey(order),
        EntityType = "Order",
        CustomerId = order.CustomerId,
        Number = order.Number,
        PlacedAt = order.PlacedAt,
        Status = order.Status.ToString(),
        Total = order.Total,
        Currency = order.Currency,
        Email = order.Email,
        Gift = order.Gift,
        Units = order.Units,
        Discount = order.Discount,
        ShipTo = new ContextAddress { Street = order.ShipTo.Street, City = order.ShipTo.City, PostalCode = order.ShipTo.PostalCode, Country = order.ShipTo.Country },
        Lines = [.. order.Lines.Select(line => new ContextLine { StockCode = line.StockCode, Name = line.Name, Quantity = line.Quantity, UnitPrice = line.UnitPrice })],
    };
}

[DynamoDBTable("shop")]
public sealed class ContextOrder
{
    [DynamoDBHashKey]
    public string PK { get; set; } = "";

    [DynamoDBRangeKey]
    public string SK { get; set; } = "";

    public string EntityType { get; set; } = "";

    public string CustomerId { get; set; } = "";

    public long Number { get; set; }

    public DateTime PlacedAt { get; set; }

    public string Status { get; set; } = "";

    public decimal Total { get; set; }

    public string Currency { get; set; } = "";

    public string Email { get; set; } = "";

    public bool Gift { get; set; }

    public int Units { get; set; }

    public decimal? Discount { get; set; }

    public ContextAddress? ShipTo { get; set; }

    public List<ContextLine>? Lines { get; set; }
}

public sealed class ContextAddress
{
    public string Street { get; set; } = "";

    public string City { get; set; } = "";

    public string PostalCode { get; set; } = "";

    public string Country { get; set; } = "";
}

public sealed class ContextLine
{
    public string StockCode { get; set; } = "";

    public string Name { get; set; } = "";

    public int Quantity { get; set; }

    public decimal UnitPrice { get; set; }
}
