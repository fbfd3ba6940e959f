namespace Keyfold.Specification.Tests.Backends;

public sealed class EngineBatches(EngineFixture fixture) : BatchesSpecification(fixture);

public sealed class EngineCapacity(EngineFixture fixture) : CapacitySpecification(fixture);

public sealed class EngineConcurrency(EngineFixture fixture) : ConcurrencySpecification(fixture);

public sealed class EngineConditions(EngineFixture fixture) : ConditionsSpecification(fixture);

public sealed class EngineDeleteItem(EngineFixture fixture) : DeleteItemSpecification(fixture);

public sealed class EngineFilters(EngineFixture fixture) : FiltersSpecification(fixture);

public sealed class EngineGetItem(EngineFixture fixture) : GetItemSpecification(fixture);

public sealed class EngineGlobalSecondaryIndexes(EngineFixture fixture) : GlobalSecondaryIndexesSpecification(fixture);

public sealed class EngineIdempotency(EngineFixture fixture) : IdempotencySpecification(fixture);

public sealed class EngineLimits(EngineFixture fixture) : LimitsSpecification(fixture);

public sealed class EngineLocalSecondaryIndexes(EngineFixture fixture) : LocalSecondaryIndexesSpecification(fixture);

public sealed class EngineMultiAttributeIndexes(EngineFixture fixture) : MultiAttributeIndexesSpecification(fixture);

public sealed class EngineProjections(EngineFixture fixture) : ProjectionsSpecification(fixture);

public sealed class EnginePutItem(EngineFixture fixture) : PutItemSpecification(fixture);

public sealed class EngineQueryPaging(EngineFixture fixture) : QueryPagingSpecification(fixture);

public sealed class EngineQuery(EngineFixture fixture) : QuerySpecification(fixture);

public sealed class EngineReturnValues(EngineFixture fixture) : ReturnValuesSpecification(fixture);

public sealed class EngineScan(EngineFixture fixture) : ScanSpecification(fixture);

public sealed class EngineTables(EngineFixture fixture) : TablesSpecification(fixture);

public sealed class EngineTransactGet(EngineFixture fixture) : TransactGetSpecification(fixture);

public sealed class EngineTransactWrite(EngineFixture fixture) : TransactWriteSpecification(fixture);

public sealed class EngineUpdateItem(EngineFixture fixture) : UpdateItemSpecification(fixture);

public sealed class EngineUpdateSetsAndNumbers(EngineFixture fixture) : UpdateSetsAndNumbersSpecification(fixture);

public sealed class EngineUpdateTable(EngineFixture fixture) : UpdateTableSpecification(fixture);

public sealed class EngineTimeToLive(EngineFixture fixture) : TimeToLiveSpecification(fixture);
