"""A shop's orders as a Python program keeps them in DynamoDB Local: python orders.py ENDPOINT

Each operation that was sent is printed on a line of its own.
"""

import decimal
import sys

import boto3
from boto3.dynamodb.conditions import Attr, Key

TABLE = "PythonOrders"
settings = {"endpoint_url": sys.argv[1], "region_name": "us-east-1", "aws_access_key_id": "local", "aws_secret_access_key": "local"}
dynamodb = boto3.resource("dynamodb", **settings)
client = dynamodb.meta.client
streams = boto3.client("dynamodbstreams", **settings)
sent = set()
for source in (client, streams):
    source.meta.events.register("before-call.*", lambda model, **_: sent.add(model.name))


def refused(error, call, **request):
    """The reply to a request that must be refused."""
    try:
        call(**request)
    except error as refusal:
        return refusal.response
    raise AssertionError(f"{call} was not refused")


def tables():
    """Makes the table, and an index in it."""
    request = {
        "TableName": TABLE,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": "Customer", "AttributeType": "S"}, {"AttributeName": "Number", "AttributeType": "N"}],
        "KeySchema": [{"AttributeName": "Customer", "KeyType": "HASH"}, {"AttributeName": "Number", "KeyType": "RANGE"}],
        "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
    }
    table = dynamodb.create_table(**request)
    client.get_waiter("table_exists").wait(TableName=TABLE, WaiterConfig={"Delay": 1})
    refused(client.exceptions.ResourceInUseException, client.create_table, **request)
    assert TABLE in [name for page in client.get_paginator("list_tables").paginate() for name in page["TableNames"]]

    client.update_table(
        TableName=TABLE,
        AttributeDefinitions=[{"AttributeName": "State", "AttributeType": "S"}, {"AttributeName": "Number", "AttributeType": "N"}],
        GlobalSecondaryIndexUpdates=[
            {
                "Create": {
                    "IndexName": "ByState",
                    "KeySchema": [{"AttributeName": "State", "KeyType": "HASH"}, {"AttributeName": "Number", "KeyType": "RANGE"}],
                    "Projection": {"ProjectionType": "ALL"},
                }
            }
        ],
    )
    while True:
        table.reload()
        if table.table_status == "ACTIVE" and table.global_secondary_indexes[0]["IndexStatus"] == "ACTIVE":
            return table


def items(table):
    """Single items, with numbers as decimals."""
    key = {"Customer": "c1", "Number": 1}
    order = key | {"State": "open", "Price": decimal.Decimal("12.50"), "Articles": [{"Sku": "tea", "Count": 2}], "Labels": {"gift"}, "Note": None, "Seal": b"\x01"}
    table.put_item(Item=order)
    stored = table.get_item(Key=key, ConsistentRead=True)["Item"]
    assert stored | {"Seal": stored["Seal"].value} == order, stored

    updated = table.update_item(
        Key=key,
        UpdateExpression="SET #s = :paid, Articles[0].#c = Articles[0].#c + :one REMOVE Note ADD Labels :labels",
        ConditionExpression=Attr("State").eq("open") & Attr("Articles").size().eq(1),
        ExpressionAttributeNames={"#s": "State", "#c": "Count"},
        ExpressionAttributeValues={":paid": "paid", ":one": 1, ":labels": {"fast"}},
        ReturnValues="ALL_NEW",
        ReturnConsumedCapacity="TOTAL",
    )
    attributes = updated["Attributes"]
    assert (attributes["State"], attributes["Articles"][0]["Count"], attributes["Labels"]) == ("paid", 3, {"fast", "gift"}), attributes
    assert "Note" not in attributes and updated["ConsumedCapacity"]["CapacityUnits"] > 0

    refusal = refused(client.exceptions.ConditionalCheckFailedException, table.put_item, Item=key, ConditionExpression=Attr("Customer").not_exists())
    assert refusal["ResponseMetadata"]["HTTPStatusCode"] == 400
    refusal = refused(client.exceptions.ClientError, table.put_item, Item={"Customer": "c1"})
    assert refusal["Error"]["Code"] == "ValidationException", refusal
    assert table.delete_item(Key=key, ReturnValues="ALL_OLD")["Attributes"]["State"] == "paid"
    assert "Item" not in table.get_item(Key=key)


def batches_and_reads(table):
    """Many items at a time."""
    orders = [{"Customer": "c2", "Number": at, "State": "paid" if at % 3 else "open", "Amount": decimal.Decimal(at) / 2} for at in range(30)]
    with table.batch_writer() as batch:
        for order in orders:
            batch.put_item(Item=order)
        batch.put_item(Item={"Customer": "c2", "Number": 99})
        batch.delete_item(Key={"Customer": "c2", "Number": 98})
    table.delete_item(Key={"Customer": "c2", "Number": 99})

    keys = [{"Customer": "c2", "Number": 3}, {"Customer": "c2", "Number": 4}, {"Customer": "nobody", "Number": 1}]
    found = dynamodb.batch_get_item(RequestItems={TABLE: {"Keys": keys}})["Responses"][TABLE]
    assert sorted(order["Number"] for order in found) == [3, 4], found

    numbers, request = [], {
        "KeyConditionExpression": Key("Customer").eq("c2") & Key("Number").between(5, 24),
        "FilterExpression": Attr("State").eq("open") & Attr("Amount").exists(),
        "ScanIndexForward": False,
        "Limit": 7,
    }
    while request is not None:
        page = table.query(**request)
        numbers += [int(order["Number"]) for order in page["Items"]]
        request = request | {"ExclusiveStartKey": page["LastEvaluatedKey"]} if "LastEvaluatedKey" in page else None
    assert numbers == [24, 21, 18, 15, 12, 9, 6], numbers
    assert table.query(IndexName="ByState", KeyConditionExpression=Key("State").eq("open"), Select="COUNT")["Count"] == 10

    scanned = []
    for segment in range(2):
        for page in client.get_paginator("scan").paginate(TableName=TABLE, Segment=segment, TotalSegments=2, PaginationConfig={"PageSize": 4}):
            scanned += page["Items"]
    assert sorted(order["Number"] for order in scanned) == list(range(30)), scanned


def transactions():
    """Items that change together."""
    client.transact_write_items(
        ClientRequestToken="python-1",
        TransactItems=[
            {"Put": {"TableName": TABLE, "Item": {"Customer": "c3", "Number": 1, "State": "open"}}},
            {
                "Update": {
                    "TableName": TABLE,
                    "Key": {"Customer": "c2", "Number": 0},
                    "UpdateExpression": "ADD Amount :one",
                    "ExpressionAttributeValues": {":one": 1},
                }
            },
            {"Delete": {"TableName": TABLE, "Key": {"Customer": "c2", "Number": 29}}},
            {"ConditionCheck": {"TableName": TABLE, "Key": {"Customer": "c2", "Number": 1}, "ConditionExpression": "attribute_exists(Amount)"}},
        ],
    )
    gets = [{"Get": {"TableName": TABLE, "Key": {"Customer": "c2", "Number": number}}} for number in (0, 29)]
    responses = client.transact_get_items(TransactItems=gets)["Responses"]
    assert [response.get("Item", {}).get("Amount") for response in responses] == [1, None], responses
    refusal = refused(
        client.exceptions.TransactionCanceledException,
        client.transact_write_items,
        TransactItems=[
            {"Delete": {"TableName": TABLE, "Key": {"Customer": "c3", "Number": 1}}},
            {"ConditionCheck": {"TableName": TABLE, "Key": {"Customer": "c2", "Number": 1}, "ConditionExpression": "attribute_not_exists(Amount)"}},
        ],
    )
    assert [reason["Code"] for reason in refusal["CancellationReasons"]] == ["None", "ConditionalCheckFailed"], refusal


def statements():
    """PartiQL."""
    client.execute_statement(Statement=f"INSERT INTO \"{TABLE}\" VALUE {{'Customer': ?, 'Number': ?, 'State': 'open'}}", Parameters=["c4", 1])
    client.execute_statement(Statement=f"UPDATE \"{TABLE}\" SET Amount = 7 WHERE Customer = 'c4' AND Number = 1")
    selected = client.execute_statement(Statement=f'SELECT * FROM "{TABLE}" WHERE Customer = ?', Parameters=["c4"])["Items"]
    assert selected == [{"Customer": "c4", "Number": 1, "State": "open", "Amount": 7}], selected
    reads = [{"Statement": f"SELECT Amount FROM \"{TABLE}\" WHERE Customer = '{customer}' AND Number = 1"} for customer in ("c4", "nobody")]
    responses = client.batch_execute_statement(Statements=reads)["Responses"]
    assert [response.get("Item") for response in responses] == [{"Amount": 7}, None], responses
    client.execute_transaction(
        TransactStatements=[
            {"Statement": f"DELETE FROM \"{TABLE}\" WHERE Customer = 'c4' AND Number = 1"},
            {"Statement": f"EXISTS(SELECT * FROM \"{TABLE}\" WHERE Customer = 'c2' AND Number = 1 AND Amount > 0)"},
        ]
    )
    assert not client.execute_statement(Statement=f"SELECT * FROM \"{TABLE}\" WHERE Customer = 'c4'")["Items"]


def time_to_live_and_tags(arn):
    """What a table has beside its items."""
    client.update_time_to_live(TableName=TABLE, TimeToLiveSpecification={"AttributeName": "Until", "Enabled": True})
    assert client.describe_time_to_live(TableName=TABLE)["TimeToLiveDescription"]["AttributeName"] == "Until"
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": "team", "Value": "shop"}, {"Key": "stage", "Value": "test"}])
    client.untag_resource(ResourceArn=arn, TagKeys=["stage"])
    assert client.list_tags_of_resource(ResourceArn=arn)["Tags"] == [{"Key": "team", "Value": "shop"}]
    assert client.describe_limits()["TableMaxReadCapacityUnits"] > 0


def changes(arn):
    """The table's stream."""
    assert arn in [stream["StreamArn"] for stream in streams.list_streams(TableName=TABLE)["Streams"]]
    records = []
    for shard in streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
        iterator = streams.get_shard_iterator(StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        while iterator:
            page = streams.get_records(ShardIterator=iterator)
            records += page["Records"]
            iterator = page.get("NextShardIterator") if page["Records"] else None
    first = [record for record in records if record["dynamodb"]["Keys"]["Customer"]["S"] == "c1"]
    assert [record["eventName"] for record in first] == ["INSERT", "MODIFY", "REMOVE"], first
    assert (first[1]["dynamodb"]["OldImage"]["State"]["S"], first[1]["dynamodb"]["NewImage"]["State"]["S"]) == ("open", "paid"), first


orders_table = tables()
items(orders_table)
batches_and_reads(orders_table)
transactions()
statements()
time_to_live_and_tags(orders_table.table_arn)
changes(orders_table.latest_stream_arn)
orders_table.delete()
client.get_waiter("table_not_exists").wait(TableName=TABLE, WaiterConfig={"Delay": 1})
refused(client.exceptions.ResourceNotFoundException, client.describe_table, TableName=TABLE)
print("\n".join(sorted(sent)))
