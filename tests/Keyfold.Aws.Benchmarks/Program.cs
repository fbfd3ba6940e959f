using Keyfold.Aws.Benchmarks;
using Keyfold.Aws.Benchmarks.Contenders;
using Keyfold.Benchmarks.Model;

// The cost of a client without a network: every request is answered at once, on the caller's thread.
// Usage: dotnet run -c Release --project tests/Keyfold.Aws.Benchmarks [-- concurrency]
if (args is ["concurrency"])
{
    await Concurrency.RunAsync();
    return;
}

var wire = new Wire();
using var floor = new FloorClient(wire);
using var writtenFloor = new FloorClient(wire, writesBodies: true);
IContender[] contenders =
[
    new SdkClient(wire.Connect()), new ContextClient(wire.Connect()), new KeyfoldClient(wire), new KeyfoldClient(wire, isObserved: true), floor, writtenFloor,
];
Order order = Orders.Make(1, 1);
Order[] batch = [.. Enumerable.Range(0, 25).Select(i => Orders.Make(1, i))];
(string Title, string Answer, Func<IContender, Task> Operation)[] operations =
[
    ("GetItem", $"{{\"Item\":{Wire.ItemOf(order)}}}", contender => contender.GetAsync(order)),
    ("PutItem", "{}", contender => contender.PutAsync(order)),
    ("Query of 10", Page(10), contender => contender.QueryAsync(order.CustomerId)),
    ("Query of 100", Page(100), contender => contender.QueryAsync(order.CustomerId)),
    ("Query of 1000", Page(1000), contender => contender.QueryAsync(order.CustomerId)),
    ("BatchWriteItem of 25", "{\"UnprocessedItems\":{}}", contender => contender.BatchWriteAsync(batch)),
    ("TransactWriteItems of 4", "{}", contender => contender.TransactWriteAsync(batch[..4])),
];

// all is warm before anything is measured: what the first operation has in common with the others would else count for it alone
foreach ((string title, string answer, Func<IContender, Task> operation) in operations)
{
    wire.Answer(answer);
    Array.ForEach(contenders, contender => Rounds.WarmUp(() => operation(contender)));
}

foreach ((string title, string answer, Func<IContender, Task> operation) in operations)
{
    wire.Answer(answer);
    Rounds.Compare(title, [.. contenders.Select(contender => (contender.Name, (Func<Task>)(() => operation(contender))))]);
}

static string Page(int count) =>
    $"{{\"Count\":{count},\"Items\":[{string.Join(',', Enumerable.Range(0, count).Select(i => Wire.ItemOf(Orders.Make(1, i))))}],\"ScannedCount\":{count}}}";
