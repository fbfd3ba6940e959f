using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Keyfold.Aws.InProcess;
using Keyfold.Engine;

namespace Keyfold.Specification.Tests.Protocol;

/// <summary>PartiQL by Amazon's own client: what it makes of the answers, its exception types above all.</summary>
public sealed class PartiQLClientTests
{
    [Fact]
    public async Task A_client_executes_statements()
    {
        using AmazonDynamoDBClient client = await CreateAsync();
        await client.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Statement = "INSERT INTO \"orders\" VALUE {'customer':?, 'number':1, 'lines':[{'sku':'x'}]}",
            Parameters = [new AttributeValue("c1")],
        });
        await client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "INSERT INTO orders VALUE {'customer':'c1', 'number':2}" });

        ExecuteStatementResponse first = await client.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Statement = "SELECT number FROM orders WHERE customer = ? ORDER BY number DESC",
            Parameters = [new AttributeValue("c1")],
            Limit = 1,
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        });
        ExecuteStatementResponse second = await client.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Statement = "SELECT number FROM orders WHERE customer = ? ORDER BY number DESC",
            Parameters = [new AttributeValue("c1")],
            NextToken = first.NextToken,
        });

        Assert.Equal("2", Assert.Single(first.Items)["number"].N);
        Assert.Equal("2", first.LastEvaluatedKey["number"].N);
        Assert.Equal(0.5, first.ConsumedCapacity.CapacityUnits);
        Assert.Equal("1", Assert.Single(second.Items)["number"].N);
        Assert.Null(second.NextToken);
    }

    [Fact]
    public async Task A_client_gets_errors_of_its_own_types()
    {
        using AmazonDynamoDBClient client = await CreateAsync();
        const string Insert = "INSERT INTO orders VALUE {'customer':'c1', 'number':1}";
        await client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = Insert });

        DuplicateItemException duplicate = await Assert.ThrowsAsync<DuplicateItemException>(
            () => client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = Insert }, TestContext.Current.CancellationToken));
        ConditionalCheckFailedException failed = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => client.ExecuteStatementAsync(
            new ExecuteStatementRequest
            {
                Statement = "DELETE FROM orders WHERE customer = 'c1' AND number = 1 AND paid = true",
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
            TestContext.Current.CancellationToken));
        AmazonDynamoDBException malformed = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "SELECT" }, TestContext.Current.CancellationToken));

        Assert.Equal("Duplicate primary key exists in table", duplicate.Message);
        Assert.Equal("c1", failed.Item["customer"].S);
        Assert.Equal("ValidationException", malformed.ErrorCode);
    }

    [Fact]
    public async Task A_client_executes_batches()
    {
        using AmazonDynamoDBClient client = await CreateAsync();
        await client.ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "INSERT INTO orders VALUE {'customer':'c1', 'number':1}" });

        BatchExecuteStatementResponse response = await client.BatchExecuteStatementAsync(new BatchExecuteStatementRequest
        {
            Statements =
            [
                new BatchStatementRequest { Statement = "INSERT INTO orders VALUE {'customer':'c1', 'number':1}" },
                new BatchStatementRequest { Statement = "INSERT INTO orders VALUE {'customer':'c1', 'number':2}" },
            ],
        });

        Assert.Equal(BatchStatementErrorCodeEnum.DuplicateItem, response.Responses[0].Error.Code);
        Assert.Null(response.Responses[1].Error);
        Assert.Equal("orders", response.Responses[1].TableName);
    }

    [Fact]
    public async Task A_client_executes_transactions()
    {
        using AmazonDynamoDBClient client = await CreateAsync();
        List<ParameterizedStatement> statements =
        [
            new() { Statement = "INSERT INTO orders VALUE {'customer':'c1', 'number':1}" },
            new() { Statement = "UPDATE orders SET paid = true WHERE customer = 'c2' AND number = 1" },
        ];

        TransactionCanceledException cancelled = await Assert.ThrowsAsync<TransactionCanceledException>(() => client.ExecuteTransactionAsync(
            new ExecuteTransactionRequest { TransactStatements = statements }, TestContext.Current.CancellationToken));
        await client.ExecuteTransactionAsync(new ExecuteTransactionRequest { TransactStatements = [statements[0]], ClientRequestToken = "token" });
        ExecuteTransactionResponse read = await client.ExecuteTransactionAsync(new ExecuteTransactionRequest
        {
            TransactStatements = [new ParameterizedStatement { Statement = "SELECT * FROM orders WHERE customer = 'c1' AND number = 1" }],
        });

        Assert.Equal(["None", "ConditionalCheckFailed"], cancelled.CancellationReasons.Select(reason => reason.Code));
        Assert.Equal("c1", Assert.Single(read.Responses).Item["customer"].S);
    }

    private static async Task<AmazonDynamoDBClient> CreateAsync()
    {
        AmazonDynamoDBClient client = KeyfoldDynamoDBClient.Create(new EmbeddedEngine());
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "orders",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new KeySchemaElement("customer", KeyType.HASH), new KeySchemaElement("number", KeyType.RANGE)],
            AttributeDefinitions =
            [
                new AttributeDefinition("customer", ScalarAttributeType.S),
                new AttributeDefinition("number", ScalarAttributeType.N),
            ],
        });
        return client;
    }
}
