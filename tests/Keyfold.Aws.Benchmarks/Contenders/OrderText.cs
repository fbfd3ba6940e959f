using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Aws.Benchmarks.Contenders;

/// <summary>
/// Writes requests with orders as one would by hand: literals for what is fixed, UTF-8 for what is not, and a look for what needs an escape. What it leaves out is what
/// a mapper must do: room that grows, escapes, trailing zeros of decimals, names in any order, messages that tell the place of a mistake.
/// </summary>
internal ref struct OrderText(Span<byte> destination)
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(value => (byte)value)]);

    private readonly Span<byte> _destination = destination;

    public int Length { get; private set; }

    public void Put(Order order)
    {
        Raw("{\"TableName\":\"shop\",\"Item\":"u8);
        Item(order);
        Raw("}"u8);
    }

    public void Batch(IReadOnlyList<Order> orders)
    {
        Raw("{\"RequestItems\":{\"shop\":["u8);
        for (int i = 0; i < orders.Count; i++)
        {
            Raw(i == 0 ? "{\"PutRequest\":{\"Item\":"u8 : ",{\"PutRequest\":{\"Item\":"u8);
            Item(orders[i]);
            Raw("}}"u8);
        }

        Raw("]}}"u8);
    }

    public void Transaction(IReadOnlyList<Order> orders)
    {
        Raw("{\"TransactItems\":["u8);
        for (int i = 0; i < orders.Count; i++)
        {
            Raw(i == 0 ? "{\"Put\":{\"TableName\":\"shop\",\"Item\":"u8 : ",{\"Put\":{\"TableName\":\"shop\",\"Item\":"u8);
            Item(orders[i]);
            Raw(",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\"}}"u8);
        }

        Raw("]}"u8);
    }

    private void Item(Order order)
    {
        Raw("{\"Currency\":{\"S\":\""u8);
        Text(order.Currency);
        Raw("\"},\"CustomerId\":{\"S\":\""u8);
        Text(order.CustomerId);
        if (order.Discount is { } discount)
        {
            Raw("\"},\"Discount\":{\"N\":\""u8);
            Number(discount);
        }

        Raw("\"},\"Email\":{\"S\":\""u8);
        Text(order.Email);
        Raw(order.Gift ? "\"},\"Gift\":{\"BOOL\":true},\"Lines\":{\"L\":["u8 : "\"},\"Gift\":{\"BOOL\":false},\"Lines\":{\"L\":["u8);
        for (int i = 0; i < order.Lines.Count; i++)
        {
            Line(order.Lines[i], isFirst: i == 0);
        }

        Raw("]},\"Number\":{\"N\":\""u8);
        Number(order.Number);
        Raw("\"},\"PK\":{\"S\":\"CUSTOMER#"u8);
        Text(order.CustomerId);
        Raw("\"},\"PlacedAt\":{\"S\":\""u8);
        Utf8Formatter.TryFormat(order.PlacedAt, _destination[Length..], out int length, 'O');
        Length += length;
        Raw("\"},\"SK\":{\"S\":\"ORDER#"u8);
        Utf8Formatter.TryFormat(order.Number, _destination[Length..], out length, new StandardFormat('D', 10));
        Length += length;
        Raw("\"},\"ShipTo\":{\"M\":{\"City\":{\"S\":\""u8);
        Text(order.ShipTo.City);
        Raw("\"},\"Country\":{\"S\":\""u8);
        Text(order.ShipTo.Country);
        Raw("\"},\"PostalCode\":{\"S\":\""u8);
        Text(order.ShipTo.PostalCode);
        Raw("\"},\"Street\":{\"S\":\""u8);
        Text(order.ShipTo.Street);
        Raw("\"}}},\"Status\":{\"S\":\""u8);
        Raw(order.Status switch
        {
            OrderStatus.Open => "Open"u8,
            OrderStatus.Paid => "Paid"u8,
            _ => "Shipped"u8,
        });
        Raw("\"},\"Total\":{\"N\":\""u8);
        Number(order.Total);
        Raw("\"},\"Units\":{\"N\":\""u8);
        Number(order.Units);
        Raw("\"},\"_type\":{\"S\":\"Order\"}}"u8);
    }

    private void Line(OrderLine line, bool isFirst)
    {
        Raw(isFirst ? "{\"M\":{\"Name\":{\"S\":\""u8 : ",{\"M\":{\"Name\":{\"S\":\""u8);
        Text(line.Name);
        Raw("\"},\"Quantity\":{\"N\":\""u8);
        Number(line.Quantity);
        Raw("\"},\"StockCode\":{\"S\":\""u8);
        Text(line.StockCode);
        Raw("\"},\"UnitPrice\":{\"N\":\""u8);
        Number(line.UnitPrice);
        Raw("\"}}}"u8);
    }

    private void Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(_destination[Length..]);
        Length += utf8.Length;
    }

    private void Text(string text)
    {
        Utf8.FromUtf16(text, _destination[Length..], out _, out int length);
        if (_destination.Slice(Length, length).ContainsAny(Escaped))
        {
            throw new NotSupportedException("A text needs an escape.");
        }

        Length += length;
    }

    private void Number(long value)
    {
        Utf8Formatter.TryFormat(value, _destination[Length..], out int length);
        Length += length;
    }

    private void Number(decimal value)
    {
        Utf8Formatter.TryFormat(value, _destination[Length..], out int length);
        Length += length;
    }
}
