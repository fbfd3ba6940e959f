namespace Keyfold.Specification.Tests.Backends;

public sealed class OracleDeleteItem(OracleFixture fixture) : DeleteItemSpecification(fixture);

public sealed class OracleGetItem(OracleFixture fixture) : GetItemSpecification(fixture);

public sealed class OraclePutItem(OracleFixture fixture) : PutItemSpecification(fixture);

public sealed class OracleUpdateItem(OracleFixture fixture) : UpdateItemSpecification(fixture);

public sealed class OracleUpdateSetsAndNumbers(OracleFixture fixture) : UpdateSetsAndNumbersSpecification(fixture);
