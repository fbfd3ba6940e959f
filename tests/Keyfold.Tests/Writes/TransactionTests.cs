using Keyfold.Storage;
using Keyfold.Tests.Backends;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Writes;

/// <summary>Transactions do all or nothing, and say why they did nothing.</summary>
public abstract class TransactionTests(RetailTable retail)
{
    [Fact]
    public async Task A_cancelled_transaction_has_a_reason_for_each_action()
    {
        Customer customer = await retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1"));

        var error = await Assert.ThrowsAsync<TransactionCancelledException>(async () => await retail.Transact()
            .Put(Invoices.Of("1", Invoices.Date, "2"))
            .Update(retail.Invoices.Update("1", Invoices.Date, "1").Set(i => i.Status, InvoiceStatus.Paid).When(i => i.Total > 100m))
            .Put(customer with { Version = 0 })
            .Delete(retail.Invoices.Delete("1", Invoices.Date, "9").When(i => i.Total > 0m))
            .Check(retail.Customers.Check("2", c => c.Country == "France"))
            .CommitAsync());

        Assert.Equal(
            [
                "Put Invoice None ",
                "Update Invoice ConditionalCheckFailed 15.3",
                "Put Customer ConditionalCheckFailed 1",
                "Delete Invoice ConditionalCheckFailed missing",
                "Check Customer ConditionalCheckFailed missing",
            ],
            error.Reasons.Select(reason => $"{reason.Action} {reason.EntityName} {reason.Code} {Existing(reason)}"));
        Assert.Equal("PK = \"CUSTOMER#1\", SK = \"INVOICE#2010-12-01T08:26:00#1\"", error.Reasons[1].Key);
        Assert.StartsWith(
            "The transaction was cancelled. Update of Invoice with PK = \"CUSTOMER#1\", SK = \"INVOICE#2010-12-01T08:26:00#1\": ConditionalCheckFailed (The conditional request failed); Put of Customer",
            error.Message,
            StringComparison.Ordinal);
        Assert.False(error.IsTransient);
        Assert.Null(await retail.Invoices.GetAsync("1", Invoices.Date, "2"));
        Assert.Equal(InvoiceStatus.Open, (await retail.Invoices.GetAsync("1", Invoices.Date, "1"))!.Status);

        static string Existing(TransactionCancellation reason) => reason switch
        {
            { Code: CancellationCode.None } => "",
            { ItemExists: false } => "missing",
            { ExistingEntity: Customer customer } => Invoices.Number((int)customer.Version),
            { ExistingEntity: Invoice invoice } => invoice.Total.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => "?",
        };
    }

    [Fact]
    public async Task Actions_are_done_together_and_versions_go_up()
    {
        Customer customer = await retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1"));

        await retail.Transact()
            .Put(customer with { Country = "Spain" })
            .Delete(retail.Invoices.Delete("1", Invoices.Date, "1"))
            .Put(retail.Invoices.Put(Invoices.Of("1", Invoices.Date, "2")).When(i => i.Total < 0m | i.Number.NotExists()))
            .CommitAsync();

        CustomerHistory history = await retail.CustomerHistory("1").ToCollectionAsync();
        Assert.Equal(("Spain", 2), (history.Customer!.Country, history.Customer.Version));
        Assert.Equal(["2"], history.Invoices.Select(invoice => invoice.Number));
        Assert.Single(await retail.Customers.ByCountry("Spain").ToListAsync());
    }

    [Fact]
    public async Task A_token_makes_it_once()
    {
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1"));
        Transaction<RetailTable> payment = retail.Transact().Update(retail.Invoices.Update("1", Invoices.Date, "1").Add(i => i.Payments, 1));

        await payment.CommitAsync("payment-1");
        await payment.CommitAsync("payment-1");
        await payment.CommitAsync("payment-2");

        Assert.Equal(2, (await retail.Invoices.GetAsync("1", Invoices.Date, "1"))!.Payments);
    }

    [Fact]
    public async Task A_transaction_has_1_to_100_actions_and_no_entity_twice()
    {
        var empty = await Assert.ThrowsAsync<InvalidOperationException>(async () => await retail.Transact().CommitAsync());
        Transaction<RetailTable> many = retail.Transact();
        for (int i = 0; i < 101; i++)
        {
            many = many.Put(Invoices.Of("1", Invoices.Date, Invoices.Number(i)));
        }

        var over = await Assert.ThrowsAsync<InvalidOperationException>(async () => await many.CommitAsync());
        var twice = await Assert.ThrowsAsync<RequestRejectedException>(
            async () =>
                await retail.Transact().Put(Invoices.Of("1", Invoices.Date, "1")).Delete(retail.Invoices.Delete("1", Invoices.Date, "1")).CommitAsync());

        Assert.Equal("A transaction has 1 to 100 actions, and this one 0.", empty.Message);
        Assert.Equal("A transaction has 1 to 100 actions, and this one 101.", over.Message);
        Assert.Equal("The transaction was refused: Transaction request cannot include multiple operations on one item", twice.Message);
    }

    [Fact]
    public async Task Reads_are_taken_out_by_their_keys()
    {
        await retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });
        await retail.Invoices.PutAsync(Invoices.Of("1", Invoices.Date, "1"));
        var customer = new CustomerKey("1");
        var invoice = new InvoiceKey("1", Invoices.Date, "1");
        var missing = new InvoiceKey("1", Invoices.Date, "2");

        TransactionalReadResult<RetailTable> read = await retail.TransactGet().Get(customer).Get(invoice).Get(missing).ReadAsync();

        Assert.Equal("France", read.Get(customer)!.Country);
        Assert.Equal(15.3m, read.Get(invoice)!.Total);
        Assert.Null(read.Get(missing));
        var error = Assert.Throws<KeyNotFoundException>(() => read.Get(new CustomerKey("2")));
        Assert.Equal("The transaction did not read PK = \"CUSTOMER#2\", SK = \"PROFILE\".", error.Message);
    }
}

public sealed class TransactionTestsOnTheEngine() : TransactionTests(new RetailTable());

public sealed class TransactionTestsOverJson() : TransactionTests(JsonTables.Retail());
