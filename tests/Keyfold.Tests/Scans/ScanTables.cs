using System.Globalization;
using Keyfold.Items;
using Keyfold.Storage;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Scans;

/// <summary>Fills tables with customers, and with invoices that are in a scan's way.</summary>
internal static class ScanTables
{
    private static readonly DateTime Date = new(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc);

    public static string Id(int customer) => customer.ToString("D5", CultureInfo.InvariantCulture);

    public static List<string> Ids(int customers) => [.. Enumerable.Range(0, customers).Select(Id)];

    /// <summary>Puts so many customers with as many invoices; every third customer is in France.</summary>
    public static async Task FillAsync(RetailTable retail, int customers)
    {
        for (int i = 0; i < customers; i++)
        {
            await retail.Customers.PutAsync(new Customer { Id = Id(i), Country = i % 3 == 0 ? "France" : "Norway" });
            await retail.Invoices.PutAsync(new Invoice { CustomerId = Id(i), Date = Date, Number = Id(i), Total = i });
        }
    }

    /// <summary>Puts an item that no entity of the table wrote.</summary>
    public static async Task PutForeignAsync(IStorageBackend backend, string key, string? type)
    {
        var item = new List<(string, AttributeValue)>
        {
            ("PK", AttributeValue.String(key)),
            ("SK", AttributeValue.String("PROFILE")),
        };
        if (type is not null)
        {
            item.Add(("_type", AttributeValue.String(type)));
        }

        await backend.PutItemAsync(new PutItemRequest { TableName = "retail", Item = ItemCodec.Encode(Item.Create([.. item]), backend.Encoding) });
    }

    public static List<string> SortedIds(IEnumerable<Customer> customers) => [.. customers.Select(customer => customer.Id).Order(StringComparer.Ordinal)];
}
