using System.Globalization;

namespace Keyfold.Benchmarks.Model;

/// <summary>The 100,000 orders: 1,000 customers with 100 orders each, the same in every run.</summary>
internal static class Orders
{
    public const int Customers = 1_000;
    public const int OrdersPerCustomer = 100;

    private static readonly string[] Cities = ["London", "Leeds", "Bristol", "Glasgow", "Cardiff", "Norwich", "York"];

    public static string CustomerId(int customer) => (10_000 + customer).ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<Order> All()
    {
        for (int customer = 0; customer < Customers; customer++)
        {
            for (int number = 0; number < OrdersPerCustomer; number++)
            {
                yield return Make(customer, number);
            }
        }
    }

    public static Order Make(int customer, int number)
    {
        Random random = new((customer * OrdersPerCustomer) + number);
        OrderLine[] lines = new OrderLine[5];
        for (int i = 0; i < lines.Length; i++)
        {
            int code = random.Next(20_000, 90_000);
            lines[i] = new OrderLine
            {
                StockCode = string.Create(CultureInfo.InvariantCulture, $"{code}{(char)('A' + (code % 6))}"),
                Name = code % 2 == 0 ? "WHITE HANGING HEART T-LIGHT HOLDER" : "RED WOOLLY HOTTIE WHITE HEART.",
                Quantity = random.Next(1, 48),
                UnitPrice = random.Next(42, 1_995) / 100m,
            };
        }

        return new Order
        {
            CustomerId = CustomerId(customer),
            Number = number,
            PlacedAt = new DateTime(2010, 12, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(30_000)),
            Status = (OrderStatus)random.Next(3),
            Total = lines.Sum(line => line.Quantity * line.UnitPrice),
            Currency = "GBP",
            Email = string.Create(CultureInfo.InvariantCulture, $"customer-{customer}@example.com"),
            Gift = random.Next(2) == 0,
            Units = lines.Sum(line => line.Quantity),
            Discount = random.Next(4) == 0 ? 2.5m : null,
            ShipTo = new Address
            {
                Street = string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 200)} Long Acre"),
                City = Cities[random.Next(Cities.Length)],
                PostalCode = string.Create(CultureInfo.InvariantCulture, $"WC2E {random.Next(1, 9)}PA"),
                Country = "United Kingdom",
            },
            Lines = lines,
        };
    }
}
