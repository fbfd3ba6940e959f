namespace Retail.Web.Pages;

/// <summary>The links below a list.</summary>
/// <param name="Page">The page that shows the list.</param>
/// <param name="HasPrevious">Whether this is not the list's first page.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
/// <param name="Route">What else the page's address says.</param>
public sealed record Pager(string Page, bool HasPrevious, string? Next, IDictionary<string, string?> Route);
