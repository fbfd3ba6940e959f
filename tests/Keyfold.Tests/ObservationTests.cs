using Keyfold.Engine;
using Keyfold.Storage;
using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>An observed table reports each of its requests.</summary>
public sealed class ObservationTests
{
    private readonly List<string> _reports = [];
    private readonly List<TimeSpan> _elapsed = [];

    [Fact]
    public async Task Every_request_is_reported_with_what_it_consumed()
    {
        var time = new SteppingTime();
        var engine = new EmbeddedEngine();
        var plain = new RetailTable(engine, new TableOptions { TimeProvider = time });
        RetailTable retail = plain.Observe(Note);
        await retail.CreateIfNotExistsAsync();

        await retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });
        await retail.Customers.GetAsync("1");
        await retail.Customers.GetAsync("2", consistent: true);
        await retail.Customers.Update("1").Set(c => c.Country, "Spain").ApplyAsync();
        await retail.Customers.ByCountry("Spain").ToListAsync();
        await retail.Batch().Put(Invoices.Of("1", Invoices.Date, "1")).WriteAsync();
        await retail.Transact().Put(Invoices.Of("1", Invoices.Date, "2")).CommitAsync();
        await retail.TransactGet().Get(new CustomerKey("1")).ReadAsync();
        await retail.Customers.GetManyAsync([new("1")]);
        await retail.Invoices.Scan().ToListAsync();
        await retail.Customers.DeleteAsync("1");
        await plain.Customers.GetAsync("1");

        Assert.Equal(
            [
                "PutItem retail 2 units, 0 of 0 items",
                "GetItem retail 0.5 units, 1 of 1 items",
                "GetItem retail 1 units, 0 of 1 items",
                "UpdateItem retail 3 units, 0 of 0 items",
                "Query retail GSI1 0.5 units, 1 of 1 items",
                "BatchWriteItem retail 1 units, 0 of 0 items",
                "TransactWriteItems retail 2 units, 0 of 0 items",
                "TransactGetItems retail 2 units, 1 of 1 items",
                "BatchGetItem retail 0.5 units, 1 of 1 items",
                "Scan retail 0.5 units, 2 of 3 items",
                "DeleteItem retail 2 units, 0 of 0 items",
            ],
            _reports);
        Assert.All(_elapsed, elapsed => Assert.Equal(TimeSpan.FromSeconds(1), elapsed));
    }

    [Fact]
    public async Task A_request_that_fails_is_reported_with_its_error()
    {
        RetailTable retail = new RetailTable().Observe(Note);
        await retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });

        await Assert.ThrowsAsync<ConditionFailedException<Customer>>(async () => await retail.Customers.PutAsync(new Customer { Id = "1", Country = "Spain" }));

        Assert.Equal(["PutItem retail 2 units, 0 of 0 items", "PutItem retail ConditionalCheckFailedException"], _reports);
    }

    private void Note(ObservedRequest request)
    {
        string subject = $"{request.Operation} {request.TableName}{(request.IndexName is null ? "" : " " + request.IndexName)}";
        _reports.Add(request.Error is StorageException error
            ? $"{subject} {error.Code}"
            : FormattableString.Invariant($"{subject} {request.CapacityUnits} units, {request.ItemCount} of {request.EvaluatedCount} items"));
        _elapsed.Add(request.Elapsed);
    }

    /// <summary>A clock that goes on with each look at it.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        private long _timestamp;

        public override long GetTimestamp() => _timestamp += TimestampFrequency;
    }
}
