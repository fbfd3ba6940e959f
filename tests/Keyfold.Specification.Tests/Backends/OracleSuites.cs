namespace Keyfold.Specification.Tests.Backends;

public sealed class OracleBatches(OracleFixture fixture) : BatchesSpecification(fixture);

public sealed class OracleCapacity(OracleFixture fixture) : CapacitySpecification(fixture);

public sealed class OracleConcurrency(OracleFixture fixture) : ConcurrencySpecification(fixture);

public sealed class OracleConditions(OracleFixture fixture) : ConditionsSpecification(fixture);

public sealed class OracleDeleteItem(OracleFixture fixture) : DeleteItemSpecification(fixture);

public sealed class OracleFilters(OracleFixture fixture) : FiltersSpecification(fixture);

public sealed class OracleGetItem(OracleFixture fixture) : GetItemSpecification(fixture);

public sealed class OracleGlobalSecondaryIndexes(OracleFixture fixture) : GlobalSecondaryIndexesSpecification(fixture);

public sealed class OracleIdempotency(OracleFixture fixture) : IdempotencySpecification(fixture);

public sealed class OracleLimits(OracleFixture fixture) : LimitsSpecification(fixture);

public sealed class OracleLocalSecondaryIndexes(OracleFixture fixture) : LocalSecondaryIndexesSpecification(fixture);

public sealed class OracleMultiAttributeIndexes(OracleFixture fixture) : MultiAttributeIndexesSpecification(fixture);

public sealed class OracleProjections(OracleFixture fixture) : ProjectionsSpecification(fixture);

public sealed class OraclePutItem(OracleFixture fixture) : PutItemSpecification(fixture);

public sealed class OracleQueryPaging(OracleFixture fixture) : QueryPagingSpecification(fixture);

public sealed class OracleQuery(OracleFixture fixture) : QuerySpecification(fixture);

public sealed class OracleReturnValues(OracleFixture fixture) : ReturnValuesSpecification(fixture);

public sealed class OracleScan(OracleFixture fixture) : ScanSpecification(fixture);

public sealed class OracleTables(OracleFixture fixture) : TablesSpecification(fixture);

public sealed class OracleTransactGet(OracleFixture fixture) : TransactGetSpecification(fixture);

public sealed class OracleTransactWrite(OracleFixture fixture) : TransactWriteSpecification(fixture);

public sealed class OracleUpdateItem(OracleFixture fixture) : UpdateItemSpecification(fixture);

public sealed class OracleUpdateSetsAndNumbers(OracleFixture fixture) : UpdateSetsAndNumbersSpecification(fixture);

public sealed class OracleUpdateTable(OracleFixture fixture) : UpdateTableSpecification(fixture);

public sealed class OracleTimeToLive(OracleFixture fixture) : TimeToLiveSpecification(fixture);
