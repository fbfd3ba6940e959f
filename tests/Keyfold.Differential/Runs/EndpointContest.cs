using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Keyfold.Aws.InProcess;
using Keyfold.Differential.Aws;
using Keyfold.Differential.Generation;
using Keyfold.Differential.Requests;
using Keyfold.Engine;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Differential.Runs;

/// <summary>The AWS SDK on a DynamoDB endpoint, and the same client on the protocol on the engine: every word of a reply is compared.</summary>
internal sealed class EndpointContest(string endpoint, int length) : IContest, IDisposable
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly AmazonDynamoDBClient _endpoint = new(
        new BasicAWSCredentials("keyfold", "keyfold"),
        new AmazonDynamoDBConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 4 });

    private long _games;

    private static Condition Found { get; } = new AttributeExists(new DocumentPath("PK"));

    public string Name => $"the engine beside {endpoint}";

    public RequestSequence SequenceOf(ulong seed, long number)
    {
        (TableSchema schema, IReadOnlyList<Operation> operations) = Sequences.Of(Schemas.Classic, seed, number, length);
        return new RequestSequence(schema, [.. operations.Where(operation => !ChangesIndexKey(operation, schema)).Select(NotCreatingByRemoval)]);
    }

    // a service remembers tokens longer than the table
    private static Operation WithToken(Operation operation, string game) =>
        operation is TransactWriteOperation { Token: { } token } transaction ? transaction with { Token = game + token } : operation;

    // whatever is no plain value of the right type for an index key may be stored by Local, after which the tables are not the same
    private static bool ChangesIndexKey(Operation operation, TableSchema schema) => operation switch
    {
        UpdateOperation update => update.Update!.Actions.Any(action => TypeOf(schema, action.Path.AttributeName) is { } type
            && !IsPlain(action, type)),
        TransactWriteOperation transaction => transaction.Actions.Any(action => ChangesIndexKey(action, schema)),
        _ => false,
    };

    private static bool IsPlain(UpdateAction action, AttributeType type) =>
        action.Path.IsTopLevel && (action is RemoveAction || (action is SetAction { Value: UpdateValue value } && value.Value.Type == type));

    private static AttributeType? TypeOf(TableSchema schema, string attribute) =>
        schema.Indexes.SelectMany(index => index.Key.Partition.Concat(index.Key.Sort)).FirstOrDefault(key => key.Name == attribute)?.Type;

    // an update that only removes creates an item on Local alone, without a word in its reply: let it find one
    private static Operation NotCreatingByRemoval(Operation operation) => operation switch
    {
        UpdateOperation update when update.Update!.Actions.All(action => action is RemoveAction or DeleteAction) =>
            update with { Condition = update.Condition is null ? Found : Found & update.Condition },
        TransactWriteOperation transaction => transaction with { Actions = [.. transaction.Actions.Select(NotCreatingByRemoval)] },
        _ => operation,
    };

    public async Task<Outcome> PlayAsync(long number, TableSchema schema, IReadOnlyList<Operation> operations)
    {
        Agreement agreement = new(schema, divergence => LocalDifferences.Explain(divergence));
        using AmazonDynamoDBClient inProcess = new(
            new BasicAWSCredentials("keyfold", "keyfold"), new AmazonDynamoDBConfig { MaxErrorRetry = 0 }.UseKeyfold(new EmbeddedEngine()));
        DynamoDbBackend first = new(_endpoint);
        await ForgetAsync(first, schema.Name);
        try
        {
            string game = $"{_run}-{Interlocked.Increment(ref _games)}-";
            Divergence? divergence = await agreement.FindDivergenceAsync(
                first, new DynamoDbBackend(inProcess), operations.Select(operation => WithToken(operation, game)));
            return new Outcome(agreement.Requests, agreement.Explained, divergence);
        }
        finally
        {
            await ForgetAsync(first, schema.Name);
        }
    }

    // a run that was killed has left its tables
    private static async Task ForgetAsync(DynamoDbBackend backend, string tableName)
    {
        try
        {
            await backend.DeleteTableAsync(tableName);
        }
        catch (StorageException error) when (error.Code == StorageErrorCode.ResourceNotFoundException)
        {
        }
    }

    public void Dispose() => _endpoint.Dispose();
}
