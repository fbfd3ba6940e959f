using Retail.Model;
using Spectre.Console;

namespace Retail.Patterns;

/// <summary>A question to the shop: what is asked, and the code that asks it and shows the answer.</summary>
public sealed record Pattern(string Question, Func<RetailTable, IAnsiConsole, Task> Answer);
