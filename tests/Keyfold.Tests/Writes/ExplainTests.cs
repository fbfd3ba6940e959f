using Keyfold.Tests.Model;

namespace Keyfold.Tests.Writes;

/// <summary>Every chain of writes shows what it would send.</summary>
public sealed class ExplainTests
{
    private readonly RetailTable _retail = new();

    [Fact]
    public void Of_a_put() => Same(
        """
        PutItem    retail, Customer with PK = "CUSTOMER#1", SK = "PROFILE"
        Item       95 bytes
        Condition  Version = 2 AND Country = "France"
        Capacity   1 to 3 units
        """,
        _retail.Customers.Put(new Customer { Id = "1", Country = "France", Version = 2 }).When(c => c.Country == "France").Explain());

    [Fact]
    public void Of_an_update() => Same(
        """
        UpdateItem retail, Customer with PK = "CUSTOMER#1", SK = "PROFILE"
        Change     SET Country = "Spain"
        Change     REMOVE Address
        Change     ADD Tags {SS:[a]}
        Change     ADD Version 1
        Change     SET GSI1PK = "COUNTRY#Spain"
        Condition  attribute_exists(PK) AND (Country = "France" OR attribute_not_exists(Tags))
        Capacity   1 to 1200 units
        """,
        _retail.Customers.Update("1").Set(c => c.Country, "Spain").Remove(c => c.Address).Add(c => c.Tags, "a")
            .When(c => c.Country == "France" | c.Tags.NotExists()).Explain());

    [Fact]
    public void Of_a_delete() => Same(
        """
        DeleteItem retail, Invoice with PK = "CUSTOMER#1", SK = "INVOICE#2010-12-01T08:26:00#1"
        Condition  begins_with(Region, "E")
        Capacity   1 to 1200 units
        """,
        _retail.Invoices.Delete("1", Invoices.Date, "1").When(i => i.Region.BeginsWith("E")).Explain());

    [Fact]
    public void Of_transactions_and_batches()
    {
        Same(
            """
            TransactWriteItems retail, 3 actions
            Put        Invoice with PK = "CUSTOMER#1", SK = "INVOICE#2010-12-01T08:26:00#1"
            Update     Invoice with PK = "CUSTOMER#1", SK = "INVOICE#2010-12-01T08:26:00#2"
            Change     ADD Payments 1
            Condition  attribute_exists(PK)
            Check      Customer with PK = "CUSTOMER#1", SK = "PROFILE"
            Condition  Country = "France"
            Capacity   6 to 4806 units
            """,
            _retail.Transact()
                .Put(Invoices.Of("1", Invoices.Date, "1"))
                .Update(_retail.Invoices.Update("1", Invoices.Date, "2").Add(i => i.Payments, 1))
                .Check(_retail.Customers.Check("1", c => c.Country == "France"))
                .Explain());
        Same(
            """
            BatchWriteItem retail, 30 puts and deletes in 2 requests
            Capacity   30 to 90 units
            """,
            _retail.Batch().Put(Enumerable.Range(1, 30).Select(number => Invoices.Of("1", Invoices.Date, Invoices.Number(number)))).Explain());
        Same(
            """
            TransactGetItems retail, 2 entities
            Capacity   4 to 400 units
            """,
            _retail.TransactGet().Get(new CustomerKey("1")).Get(new CustomerKey("2")).Explain());
    }

    private static void Same(string expected, RequestExplanation explanation) => Assert.Equal(expected, explanation.ToString());
}
