using Keyfold.Storage;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Queries;

/// <summary>Limits, pages, cursors and counts.</summary>
public sealed class ChainTests
{
    [Fact]
    public async Task Limit_counts_what_is_read_and_Take_what_is_given()
    {
        RetailTable retail = await Invoices.TableAsync(10);
        Query<Invoice, InvoiceFields> even = retail.Invoices.ByCustomer("17850").Where(i => i.Number == "2" | i.Number == "4" | i.Number == "6");

        Assert.Equal("2 4", await Invoices.NumbersAsync(even.Limit(4)));
        Assert.Equal("2 4", await Invoices.NumbersAsync(even.Take(2)));
        Assert.Equal("2", await Invoices.NumbersAsync(even.Limit(3).Take(2)));
        Assert.Equal("2 4 6", await Invoices.NumbersAsync(even.PageSize(1)));
        Assert.Equal("6 4", await Invoices.NumbersAsync(even.Descending().Take(2)));
        Assert.Equal("2", (await even.FirstOrDefaultAsync())!.Number);
        Assert.Null(await retail.Invoices.ByCustomer("nobody").FirstOrDefaultAsync());
    }

    [Fact]
    public async Task A_chain_is_not_changed_by_its_steps()
    {
        RetailTable retail = await Invoices.TableAsync(3);
        InvoicesByCustomer invoices = retail.Invoices.ByCustomer("17850");
        _ = invoices.Descending();
        _ = invoices.Where(i => i.Total > 1000m);
        _ = invoices.Limit(1);

        Assert.Equal("1 2 3", await Invoices.NumbersAsync(invoices));
        Assert.Equal("1 2 3", await Invoices.NumbersAsync(invoices));
    }

    [Fact]
    public async Task Two_filters_both_hold()
    {
        RetailTable retail = await Invoices.TableAsync(5);

        Assert.Equal("3", await Invoices.NumbersAsync(retail.Invoices.ByCustomer("17850").Where(i => i.Total > 20m).Where(i => i.Total < 40m)));
    }

    [Fact]
    public async Task Count_sees_the_entities_of_the_set_alone()
    {
        RetailTable retail = await Invoices.TableAsync(5);
        InvoicesByCustomer invoices = retail.Invoices.ByCustomer("17850");

        Assert.Equal(5, await invoices.CountAsync());
        Assert.Equal(2, await invoices.Where(i => i.Total > 30m).PageSize(1).CountAsync());
        Assert.Equal(3, await invoices.Take(3).CountAsync());
        Assert.Equal(3, await invoices.Limit(3).CountAsync());
    }

    [Fact]
    public async Task Pages_have_their_items_their_cost_and_a_cursor_to_go_on_from()
    {
        RetailTable retail = await Invoices.TableAsync(5);
        InvoicesByCustomer invoices = retail.Invoices.ByCustomer("17850");
        var pages = new List<Page<Invoice>>();
        await foreach (Page<Invoice> page in invoices.PageSize(2).Pages())
        {
            pages.Add(page);
        }

        Assert.Equal(["1 2", "3 4", "5"], pages.Select(page => string.Join(' ', page.Items.Select(invoice => invoice.Number))));
        Assert.Equal([0.5, 0.5, 0.5], pages.Select(page => page.CapacityUnits));
        Assert.Equal([2, 2, 1], pages.Select(page => page.EvaluatedCount));
        Assert.Null(pages[2].Cursor);
        Assert.Equal("3 4 5", await Invoices.NumbersAsync(invoices.From(pages[0].Cursor)));
        Assert.Equal("1 2 3 4 5", await Invoices.NumbersAsync(invoices.From(null)));
        Assert.Equal("2 1", await Invoices.NumbersAsync(invoices.Descending().From((await invoices.Limit(3).FirstPageAsync()).Cursor)));
    }

    [Fact]
    public async Task A_page_that_Take_cuts_short_goes_on_behind_what_was_taken()
    {
        RetailTable retail = await Invoices.TableAsync(6);
        Query<Invoice, InvoiceFields> expensive = retail.Invoices.ByCustomer("17850").Where(i => i.Total >= 20m).Take(2);
        var numbers = new List<string>();
        string? cursor = null;
        do
        {
            Page<Invoice> page = await expensive.From(cursor).FirstPageAsync();
            numbers.Add(string.Join(' ', page.Items.Select(invoice => invoice.Number)));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(["2 3", "4 5", "6"], numbers);
    }

    [Fact]
    public async Task A_cursor_of_an_index_goes_on_in_the_index()
    {
        var retail = new RetailTable();
        foreach (string id in (string[])["1", "2", "3"])
        {
            await retail.Customers.PutAsync(new Customer { Id = id, Country = "France" });
        }

        Page<Customer> first = await retail.Customers.ByCountry("France").Take(2).FirstPageAsync();
        List<Customer> rest = await retail.Customers.ByCountry("France").From(first.Cursor).ToListAsync();

        Assert.Equal(["1", "2"], first.Items.Select(customer => customer.Id));
        Assert.Equal(["3"], rest.Select(customer => customer.Id));
    }

    [Fact]
    public async Task A_cursor_is_of_its_pattern_and_partition_and_not_to_be_touched()
    {
        RetailTable retail = await Invoices.TableAsync(3);
        InvoicesByCustomer invoices = retail.Invoices.ByCustomer("17850");
        string cursor = (await invoices.Limit(1).FirstPageAsync()).Cursor!;
        string tampered = cursor[..^1] + (cursor[^1] == 'A' ? 'B' : 'A');

        Assert.Matches("^[A-Za-z0-9_-]+$", cursor);
        Assert.Equal("2 3", await Invoices.NumbersAsync(invoices.From(cursor)));
        Assert.Throws<CursorException>(() => retail.Invoices.ByCustomer("17851").From(cursor));
        Assert.Throws<CursorException>(() => retail.Customers.ByCountry("17850").From(cursor));
        foreach (string wrong in (string[])[tampered, cursor[..10], "", "?", cursor + "AAAA", Convert.ToBase64String([2, 3, 4])])
        {
            Assert.Throws<CursorException>(() => invoices.From(wrong));
        }
    }

    [Fact]
    public async Task Await_foreach_takes_a_token_and_so_does_AsAsyncEnumerable()
    {
        RetailTable retail = await Invoices.TableAsync(3);
        using var source = new CancellationTokenSource();
        int count = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Invoice invoice in retail.Invoices.ByCustomer("17850").PageSize(1).WithCancellation(source.Token))
            {
                count++;
                await source.CancelAsync();
            }
        });
        Assert.Equal(1, count);
        Assert.Equal(2, await retail.Invoices.ByCustomer("17850").AsAsyncEnumerable().CountAsync(invoice => invoice.Total > 10m, CancellationToken.None));
    }

    [Fact]
    public async Task A_consistent_read_of_a_global_index_is_refused()
    {
        var error = await Assert.ThrowsAsync<RequestRejectedException>(
            async () => await new RetailTable().Customers.ByCountry("France").Consistent().ToListAsync());

        Assert.Equal(
            "The query for Customer was refused: Consistent reads are not supported on global secondary indexes", error.Message);
        Assert.Equal(StorageErrorCode.ValidationException, Assert.IsType<StorageException>(error.InnerException).Code);
    }

    [Fact]
    public void Explain_shows_the_request_and_what_it_can_cost()
    {
        var retail = new RetailTable();
        QueryExplanation explanation = retail.Invoices.ByCustomer("17850").DateFrom(Invoices.Date)
            .Where(i => (i.Total > 100m | i.Lines[0].Quantity < 5) & !i.Lines.Size().Between(1, 3) & i.Status.In(InvoiceStatus.Open, InvoiceStatus.Paid))
            .Descending().Limit(1).Explain();

        Assert.Equal(
            """
            Query      retail, for Invoice.ByCustomer
            Key        PK = "CUSTOMER#17850" AND SK BETWEEN "INVOICE#2010-12-01T08:26:00" AND "INVOICE#\u{10FFFF}"
            Filter     (Total > 100 OR Lines[0].Quantity < 5) AND NOT size(Lines) BETWEEN 1 AND 3 AND Status IN ("Open", "Paid")
            Limit      1
            Order      descending
            Reads      eventually consistent
            Capacity   0.5 to 50 units a page
            """,
            explanation.ToString());
        Assert.Equal(
            """
            Query      retail index GSI1, for Customer.ByCountry
            Key        GSI1PK = "COUNTRY#France" AND begins_with(GSI1SK, "CUSTOMER#")
            Order      ascending
            Reads      eventually consistent
            Capacity   0.5 to 128 units a page
            """,
            retail.Customers.ByCountry("France").Explain().ToString());
    }
}
