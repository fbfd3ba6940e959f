namespace Keyfold.Specification.Tests.Backends;

public sealed class OracleConditions(OracleFixture fixture) : ConditionsSpecification(fixture);

public sealed class OracleDeleteItem(OracleFixture fixture) : DeleteItemSpecification(fixture);

public sealed class OracleFilters(OracleFixture fixture) : FiltersSpecification(fixture);

public sealed class OracleGetItem(OracleFixture fixture) : GetItemSpecification(fixture);

public sealed class OracleProjections(OracleFixture fixture) : ProjectionsSpecification(fixture);

public sealed class OraclePutItem(OracleFixture fixture) : PutItemSpecification(fixture);

public sealed class OracleQueryPaging(OracleFixture fixture) : QueryPagingSpecification(fixture);

public sealed class OracleQuery(OracleFixture fixture) : QuerySpecification(fixture);

public sealed class OracleReturnValues(OracleFixture fixture) : ReturnValuesSpecification(fixture);

public sealed class OracleScan(OracleFixture fixture) : ScanSpecification(fixture);

public sealed class OracleUpdateItem(OracleFixture fixture) : UpdateItemSpecification(fixture);

public sealed class OracleUpdateSetsAndNumbers(OracleFixture fixture) : UpdateSetsAndNumbersSpecification(fixture);
