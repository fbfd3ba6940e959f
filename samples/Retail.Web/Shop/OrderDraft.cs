using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>What a customer wants to buy.</summary>
/// <param name="CustomerId">The customer's number.</param>
/// <param name="Lines">At most <see cref="OrderDesk.LinesMax"/>, of different products.</param>
public sealed record OrderDraft(string CustomerId, IReadOnlyList<OrderLine> Lines);

/// <summary>So many units of one product.</summary>
public sealed record OrderLine(string StockCode, int Quantity);

/// <summary>What became of an order.</summary>
public abstract record OrderOutcome;

/// <summary>The order is an invoice now.</summary>
public sealed record OrderPlaced(Invoice Invoice) : OrderOutcome;

/// <summary>The order cannot be done as it is: messages by the member they are about, such as <c>lines[2].quantity</c>.</summary>
public sealed record OrderRefused(IReadOnlyDictionary<string, string[]> Problems) : OrderOutcome;
