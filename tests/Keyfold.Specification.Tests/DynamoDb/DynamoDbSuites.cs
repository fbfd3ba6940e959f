using Keyfold.Storage;

namespace Keyfold.Specification.Tests.DynamoDb;

// What is overridden here, DynamoDB Local 1.25.1 does otherwise than Amazon DynamoDB, which the suites specify. Where it only words an
// error otherwise: LocalTexts.

public sealed class DynamoDbBatches(DynamoDbFixture fixture) : BatchesSpecification(fixture);

public sealed class DynamoDbCapacity(DynamoDbFixture fixture) : CapacitySpecification(fixture)
{
    public override Task An_empty_query_costs_the_smallest_read() => Differs("Local charges nothing for an empty page.");

    public override Task A_batch_costs_what_its_parts_cost() => Differs("Local charges nothing for a missing key of a batch, and two units for its delete.");

    public override Task A_transaction_costs_twice_as_much() => Differs("Local charges four units for a KB.");

    private static Task Differs(string how) => DynamoDbFixture.Differs(how);
}

public sealed class DynamoDbConditions(DynamoDbFixture fixture) : ConditionsSpecification(fixture)
{
    public override Task The_size_of_a_string_is_in_bytes() => DynamoDbFixture.Differs("Local measures a string in UTF-16 code units.");
}

public sealed class DynamoDbConcurrency(DynamoDbFixture fixture) : ConcurrencySpecification(fixture);

public sealed class DynamoDbDeleteItem(DynamoDbFixture fixture) : DeleteItemSpecification(fixture);

public sealed class DynamoDbFilters(DynamoDbFixture fixture) : FiltersSpecification(fixture);

public sealed class DynamoDbGetItem(DynamoDbFixture fixture) : GetItemSpecification(fixture);

public sealed class DynamoDbGlobalSecondaryIndexes(DynamoDbFixture fixture) : GlobalSecondaryIndexesSpecification(fixture)
{
    public override Task An_update_to_a_wrong_index_key_is_refused(string what, string words) => what == "empty"
        ? base.An_update_to_a_wrong_index_key_is_refused(what, words)
        : DynamoDbFixture.Differs("Local stores an index key of another type or beyond its length, and leaves the item out of the index.");
}

public sealed class DynamoDbIdempotency(DynamoDbFixture fixture) : IdempotencySpecification(fixture)
{
    public override Task A_replay_consumes_read_capacity() => DynamoDbFixture.Differs("Local charges four units for a KB.");

    public override Task A_token_has_1_to_36_characters(string token, string words) =>
        token.Length > 0 ? base.A_token_has_1_to_36_characters(token, words) : DynamoDbFixture.Differs("Local accepts an empty token.");
}

public sealed class DynamoDbLimits(DynamoDbFixture fixture) : LimitsSpecification(fixture)
{
    public override Task An_update_has_300_operators_at_most() =>
        DynamoDbFixture.Differs("As text, these updates are longer than the 4,096 bytes of an expression.");
}

public sealed class DynamoDbLocalSecondaryIndexes(DynamoDbFixture fixture) : LocalSecondaryIndexesSpecification(fixture)
{
    public override Task A_write_tells_the_size_of_the_item_collection() => DynamoDbFixture.Differs("Local knows no item collection metrics.");
}

public sealed class DynamoDbMultiAttributeIndexes : MultiAttributeIndexesSpecification
{
    public DynamoDbMultiAttributeIndexes(DynamoDbFixture fixture)
        : base(fixture) => Assert.Skip("Local takes one partition key attribute and one sort key attribute.");
}

public sealed class DynamoDbProjections(DynamoDbFixture fixture) : ProjectionsSpecification(fixture);

public sealed class DynamoDbPutItem(DynamoDbFixture fixture) : PutItemSpecification(fixture);

public sealed class DynamoDbQuery(DynamoDbFixture fixture) : QuerySpecification(fixture);

public sealed class DynamoDbQueryPaging(DynamoDbFixture fixture) : QueryPagingSpecification(fixture)
{
    public override Task Filtered_items_count_for_the_1_MB() => DynamoDbFixture.Differs("Local ends a page at 1 MB of items that pass the filter.");
}

public sealed class DynamoDbReturnValues(DynamoDbFixture fixture) : ReturnValuesSpecification(fixture)
{
    public override Task All_new_returns_nothing_when_nothing_was_created() =>
        DynamoDbFixture.Differs("Local creates an item of the key alone for a pure REMOVE.");

    public override Task Updated_new_returns_only_the_branch_of_a_nested_path() => WholeAttribute();

    public override Task Updated_old_returns_only_the_branch_of_a_nested_path() => WholeAttribute();

    public override Task Updated_new_of_a_removed_element_returns_what_moved_there() => WholeAttribute();

    public override Task Updated_new_of_an_element_past_the_end_returns_nothing() => WholeAttribute();

    private static Task WholeAttribute() => DynamoDbFixture.Differs("Local returns the whole attribute for UPDATED_OLD and UPDATED_NEW.");
}

public sealed class DynamoDbScan(DynamoDbFixture fixture) : ScanSpecification(fixture);

public sealed class DynamoDbTables(DynamoDbFixture fixture) : TablesSpecification(fixture)
{
    public override Task A_global_index_has_four_attributes_of_each_kind_at_most() =>
        DynamoDbFixture.Differs("Local takes one partition key attribute and one sort key attribute.");

    public override Task A_description_counts_items_and_bytes() =>
        DynamoDbFixture.Differs("Local counts the whole item for an index, Amazon counts every six hours.");
}

public sealed class DynamoDbTransactGet(DynamoDbFixture fixture) : TransactGetSpecification(fixture)
{
    public override Task A_key_of_another_schema_cancels_the_transaction() => DynamoDbFixture.Differs("Local cancels without reasons.");
}

public sealed class DynamoDbTransactWrite(DynamoDbFixture fixture) : TransactWriteSpecification(fixture)
{
    public override Task A_wrong_action_cancels_the_transaction(string what, string words) =>
        DynamoDbFixture.Differs("Local refuses the whole call for a wrong key or update, and does not check index keys of updates.");

    public override Task A_write_and_a_check_of_one_item_are_refused() => DynamoDbFixture.Differs("Local evaluates the condition first.");
}

public sealed class DynamoDbUpdateItem(DynamoDbFixture fixture) : UpdateItemSpecification(fixture)
{
    public override Task Removing_from_a_missing_item_creates_nothing() => DynamoDbFixture.Differs("Local creates an item of the key alone.");
}

public sealed class DynamoDbUpdateSetsAndNumbers(DynamoDbFixture fixture) : UpdateSetsAndNumbersSpecification(fixture);

public sealed class DynamoDbUpdateTable(DynamoDbFixture fixture) : UpdateTableSpecification(fixture)
{
    private static readonly string[] Accepted =
    [
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
        "Server-Side Encryption modification must be the only operation in the request",
        "DeletionProtection modification must be the only operation in the request",
        "You cannot create or delete index while changing stream status",
        "Table is already encrypted by default",
    ];

    public override Task A_change_is_refused(string words, UpdateTableRequest change) => Accepted.Contains(words)
        ? DynamoDbFixture.Differs("Local takes capacity for an on-demand table, changes that must be alone together, and has no encryption.")
        : base.A_change_is_refused(words, change);

    public override Task An_item_that_cannot_be_in_a_new_index_is_left_out() =>
        DynamoDbFixture.Differs("Local puts every item with the attribute into the index.");

    public override Task An_on_demand_table_has_no_capacity() => DynamoDbFixture.Differs("Local keeps the capacity of the indexes.");

    public override Task A_provisioned_table_needs_capacity_for_every_index() => DynamoDbFixture.Differs("Local lets an index without capacity be.");
}

public sealed class DynamoDbTimeToLive(DynamoDbFixture fixture) : TimeToLiveSpecification(fixture);
