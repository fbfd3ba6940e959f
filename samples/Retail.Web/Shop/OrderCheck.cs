using System.Globalization;
using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>What is wrong with an order, by the member it is about.</summary>
internal sealed class OrderCheck
{
    private readonly Dictionary<string, string[]> _problems = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string[]> Problems => _problems;

    public bool Passes => _problems.Count == 0;

    /// <summary>Checks what can be checked without the table.</summary>
    public static OrderCheck Shape(OrderDraft draft)
    {
        var check = new OrderCheck();
        if (string.IsNullOrWhiteSpace(draft.CustomerId))
        {
            check.Add("customerId", "Say who orders.");
        }

        if (draft.Lines is not { Count: > 0 and <= OrderDesk.LinesMax })
        {
            check.Add("lines", $"An order has 1 to {OrderDesk.LinesMax} lines.");
            return check;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < draft.Lines.Count; i++)
        {
            check.Line(i, draft.Lines[i], seen);
        }

        return check;
    }

    /// <summary>Checks against what the table holds now.</summary>
    public void Against(OrderDraft draft, Customer? customer, IReadOnlyDictionary<string, Product> products)
    {
        if (customer is null)
        {
            Add("customerId", $"There is no customer {draft.CustomerId}.");
        }

        for (int i = 0; i < draft.Lines.Count; i++)
        {
            OrderLine line = draft.Lines[i];
            if (!products.TryGetValue(line.StockCode, out Product? product))
            {
                Add($"lines[{i}].stockCode", $"There is no product {line.StockCode}.");
            }
            else if (product.Price <= 0)
            {
                Add($"lines[{i}].stockCode", $"{line.StockCode} is not for sale.");
            }
            else if (product.Stock < line.Quantity)
            {
                Add($"lines[{i}].quantity", product.Stock <= 0 ? "Sold out." : string.Create(CultureInfo.InvariantCulture, $"Only {product.Stock:#,0} left."));
            }
        }
    }

    private void Line(int index, OrderLine line, HashSet<string> seen)
    {
        if (string.IsNullOrWhiteSpace(line.StockCode))
        {
            Add($"lines[{index}].stockCode", "Say which product.");
        }
        else if (!seen.Add(line.StockCode))
        {
            Add($"lines[{index}].stockCode", $"{line.StockCode} is on an earlier line already.");
        }

        if (line.Quantity is < 1 or > OrderDesk.QuantityMax)
        {
            Add($"lines[{index}].quantity", string.Create(CultureInfo.InvariantCulture, $"A quantity is 1 to {OrderDesk.QuantityMax:#,0}."));
        }
    }

    private void Add(string member, string message) => _problems[member] = [message];
}
