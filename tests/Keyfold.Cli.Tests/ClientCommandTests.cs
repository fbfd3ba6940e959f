using Amazon.DynamoDBv2.Model;
using Keyfold.Server;

namespace Keyfold.Cli.Tests;

public sealed class ClientCommandTests
{
    private const string Empty = "";

    [Fact]
    public async Task Tables_are_listed_one_a_line()
    {
        await using CommandRun run = await CommandRun.StartAsync();
        Assert.Equal((0, Empty, Empty), await run.RunAsync("tables"));
        await run.CreateTableAsync("Orders");
        await run.CreateTableAsync("Animals");
        Assert.Equal((0, "Animals\nOrders\n", Empty), await run.RunAsync("tables"));
    }

    [Fact]
    public async Task Tables_are_drawn_on_a_terminal()
    {
        await using CommandRun run = await CommandRun.StartAsync();
        Assert.Equal(
            (0, "No tables of keyfold in us-east-1.\n", Empty),
            await run.RunInteractiveAsync("tables", "--access-key", "keyfold:keyfold", "--region", "us-east-1"));
        await run.CreateTableAsync("Orders");
        Assert.Equal(
            """
            ╭────────┬────────┬───────┬───────╮
            │ table  │ status │ items │ bytes │
            ├────────┼────────┼───────┼───────┤
            │ Orders │ ACTIVE │     0 │     0 │
            ╰────────┴────────┴───────┴───────╯

            """,
            (await run.RunInteractiveAsync("tables")).Output);
    }

    [Fact]
    public async Task A_table_is_described()
    {
        await using CommandRun run = await CommandRun.StartAsync();
        await run.CreateTableAsync("Orders");
        (int exitCode, string output, string error) = await run.RunAsync("describe", "Orders");
        Assert.Equal((0, Empty), (exitCode, error));
        Assert.Equal(
            ["table\tOrders", "status\tACTIVE", "items\t0", "bytes\t0", "key\tId S HASH, Part N RANGE"],
            output.TrimEnd().Split('\n').Where(line => !line.StartsWith("created\t", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_scan_writes_what_a_load_reads()
    {
        const string Lines = """
            {"Item":{"Id":{"S":"a"},"Part":{"N":"1"},"Set":{"SS":["x","y"]},"Tree":{"M":{"List":{"L":[{"NULL":true},{"BOOL":false},{"B":"AQI="}]}}}}}
            {"Item":{"Id":{"S":"a"},"Numbers":{"NS":["1","2"]},"Part":{"N":"2"}}}

            """;
        await using CommandRun run = await CommandRun.StartAsync();
        await run.CreateTableAsync("From");
        await run.CreateTableAsync("Into");
        Assert.Equal((0, "2 items loaded into From\n", Empty), await run.RunAsync("load", run.Write("items.json", Lines), "--table", "From"));
        (int exitCode, string scanned, _) = await run.RunAsync("scan", "From");
        Assert.Equal(Lines, scanned);
        Assert.Equal(0, exitCode);
        await run.RunAsync("load", run.Write("again.json", scanned), "--table", "Into");
        Assert.Equal(Lines, (await run.RunAsync("scan", "Into")).Output);
        Assert.Equal(Lines[..(Lines.IndexOf('\n', StringComparison.Ordinal) + 1)], (await run.RunAsync("scan", "Into", "--limit", "1")).Output);
    }

    [Fact]
    public async Task A_scan_is_filtered_and_drawn()
    {
        await using CommandRun run = await CommandRun.StartAsync();
        await run.CreateTableAsync("Orders");
        await run.RunAsync("load", run.Write("items.json", """[{"Id":"a","Part":1,"State":"open","N":[1,2]},{"Id":"a","Part":2,"State":"paid"},{"Id":"a","Part":3,"State":"open"}]"""), "--table", "Orders");
        Assert.Equal(
            """
            ╭────┬──────┬────────┬───────╮
            │ Id │ Part │ N      │ State │
            ├────┼──────┼────────┼───────┤
            │ a  │ 1    │ [1, 2] │ open  │
            ╰────┴──────┴────────┴───────╯
            1 items

            """,
            (await run.RunInteractiveAsync("scan", "Orders", "--filter", "State = 'open' and size(N) > 1")).Output);
    }

    [Fact]
    public async Task Comma_separated_values_are_texts_but_for_keys_and_named_columns()
    {
        await using CommandRun run = await CommandRun.StartAsync();
        await run.CreateTableAsync("Orders");
        string file = run.Write("items.csv", "Id,Part,Total,Note\nb,1,10,\"x, y\"\nb,2,,z\nb,1,11,again\n");
        Assert.Equal((0, "3 items loaded into Orders\n", Empty), await run.RunAsync("load", file, "--table", "Orders", "--number", "Total"));
        Assert.Equal(
            """
            {"Item":{"Id":{"S":"b"},"Note":{"S":"again"},"Part":{"N":"1"},"Total":{"N":"11"}}}
            {"Item":{"Id":{"S":"b"},"Note":{"S":"z"},"Part":{"N":"2"}}}

            """,
            (await run.RunAsync("scan", "Orders")).Output);
    }

    [Fact]
    public async Task A_load_draws_progress_and_counts_thousands()
    {
        await using CommandRun run = await CommandRun.StartAsync();
        await run.CreateTableAsync("Orders");
        string file = run.Write("items.json", string.Join('\n', Enumerable.Range(0, 1003).Select(i => $$"""{"Id":"i","Part":{{i}}}""")));
        (int exitCode, string output, _) = await run.RunInteractiveAsync("load", file, "--table", "Orders");
        Assert.Equal(0, exitCode);
        Assert.EndsWith("1003 items loaded into Orders\n", output, StringComparison.Ordinal);
        Assert.Equal(1003, (await run.Client.ScanAsync(new ScanRequest("Orders"))).Count);
    }

    [Theory]
    [InlineData("items.json", "{\"Id\":\"a\",\"Part\":1}\n{\"Id\":", 0, "item 2 of the file is none: ")]
    [InlineData("items.json", "[1]", 0, "item 1 of the file is none: an item is an object, not Number")]
    [InlineData("items.json", "{\"Item\":{\"Id\":{\"X\":1}}}", 0, "item 1 of the file is none: 'X' is no type of DynamoDB JSON")]
    [InlineData("items.csv", "Id,Part\na,1\nb", 0, "item 2 of the file is none: it has 1 values for 2 names")]
    [InlineData("items.json", "{\"Id\":\"a\"}", 0, "ValidationException: ")]
    public async Task A_bad_file_is_a_failure_that_names_the_item(string name, string text, int loaded, string message)
    {
        await using CommandRun run = await CommandRun.StartAsync();
        await run.CreateTableAsync("Orders");
        (int exitCode, string output, string error) = await run.RunAsync("load", run.Write(name, text), "--table", "Orders");
        Assert.Equal((1, $"{loaded} items loaded into Orders\n"), (exitCode, output));
        Assert.StartsWith("keyfold: " + message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_refuses_is_told()
    {
        await using CommandRun run = await CommandRun.StartAsync(new AccessKey("id", "secret"));
        Assert.Equal(
            (1, Empty, "keyfold: UnrecognizedClientException: The security token included in the request is invalid.\n"),
            await run.RunAsync("tables", "--access-key", "other:secret"));
        Assert.Equal(
            (1, Empty, "keyfold: ResourceNotFoundException: Requested resource not found: Table: Nope not found\n"),
            await run.RunAsync("describe", "Nope", "--access-key", "id:secret"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        Uri gone;
        await using (CommandRun run = await CommandRun.StartAsync())
        {
            gone = run.Endpoint;
        }

        Assert.Equal(
            (1, Empty, $"keyfold: no answer from {gone} (Connection refused); a server of your own starts with: keyfold serve\n"),
            await CommandRun.RunAloneAsync(isInteractive: false, "tables", "--endpoint", gone.ToString()));
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("load", "file.json")]
    [InlineData("nonsense")]
    [InlineData("tables", "--endpoint", "nonsense")]
    public async Task A_wrong_command_line_is_a_usage_error(params string[] arguments)
    {
        (int exitCode, _, string error) = await CommandRun.RunAloneAsync(isInteractive: false, arguments);
        Assert.Equal(2, exitCode);
        Assert.NotEmpty(error);
    }
}
