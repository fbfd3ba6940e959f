using Keyfold.Tests.Model;

namespace Keyfold.Tests.Writes;

/// <summary>What must not be null is refused by name, before anything is sent.</summary>
public sealed class NullTests
{
    private readonly RetailTable _retail = new();

    [Fact]
    public void An_entity_is_not_null_with_a_version_or_without()
    {
        Refuses("entity", () => _retail.Invoices.PutAsync(null!).AsTask());
        Refuses("entity", () => _retail.Customers.PutAsync(null!).AsTask());
        Refuses("entity", () => _retail.Customers.PutAsync(null!, PutMode.Replace).AsTask());
        Refuses("entity", () => _retail.Invoices.Put(null!));
        Refuses("entity", () => _retail.Customers.Put(null!));
        Refuses("condition", () => _retail.Customers.Put(new Customer { Id = "1", Country = "France" }).When(null!));
    }

    [Fact]
    public void Nothing_in_a_batch_is_null()
    {
        Refuses("entity", () => _retail.Batch().Put((Customer)null!));
        Refuses("entities", () => _retail.Batch().Put((IEnumerable<Customer>)null!));
        Refuses("entity", () => _retail.Batch().Put<Customer>([null!]));
        Refuses("key", () => _retail.Batch().Delete((IEntityKey<Customer>)null!));
        Refuses("keys", () => _retail.Customers.GetManyAsync(null!).AsTask());
    }

    [Fact]
    public void Nothing_in_a_transaction_is_null()
    {
        Refuses("entity", () => _retail.Transact().Put((Customer)null!));
        Refuses("put", () => _retail.Transact().Put((Put<Customer, CustomerFields>)null!));
        Refuses("update", () => _retail.Transact().Update((Update<Customer, CustomerFields, CustomerUpdateFields>)null!));
        Refuses("delete", () => _retail.Transact().Delete((Delete<Customer, CustomerFields>)null!));
        Refuses("check", () => _retail.Transact().Check((Check<Customer>)null!));
    }

    [Fact]
    public void Nothing_in_an_update_is_null()
    {
        Refuses("field", () => _retail.Customers.Update("1").Set<string>(null!, "France"));
        Refuses("field", () => _retail.Customers.Update("1").Remove(null!));
        Refuses("condition", () => _retail.Customers.Update("1").When(null!));
    }

    private static void Refuses(string parameter, Func<object> call) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(() => { call(); }).ParamName);
}
