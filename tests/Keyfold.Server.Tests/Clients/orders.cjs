// A shop's orders as a JavaScript program keeps them in DynamoDB Local: node orders.cjs ENDPOINT
// Each operation that was sent is printed on a line of its own.
const assert = require("node:assert/strict");
const dynamodb = require("@aws-sdk/client-dynamodb");
const streams = require("@aws-sdk/client-dynamodb-streams");
const documents = require("@aws-sdk/lib-dynamodb");

const TABLE = "JavaScriptOrders";
const settings = { endpoint: process.argv[2], region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
const client = new dynamodb.DynamoDBClient(settings);
const feed = new streams.DynamoDBStreamsClient(settings);
const shop = documents.DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

const sent = new Set();
for (const { middlewareStack } of [client, feed, shop]) {
  middlewareStack.add((next, context) => (request) => {
    sent.add(context.commandName.replace(/Command$/, ""));
    return next(request);
  }, { step: "initialize", name: "sent", override: true });
}

async function collect(pages, items) {
  const found = [];
  for await (const page of pages) {
    found.push(...items(page));
  }

  return found;
}

async function tables() {
  await client.send(new dynamodb.CreateTableCommand({
    TableName: TABLE,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "Customer", AttributeType: "S" }, { AttributeName: "Number", AttributeType: "N" }],
    KeySchema: [{ AttributeName: "Customer", KeyType: "HASH" }, { AttributeName: "Number", KeyType: "RANGE" }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  }));
  await dynamodb.waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: TABLE });
  await assert.rejects(
    client.send(new dynamodb.CreateTableCommand({
      TableName: TABLE,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "Customer", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "Customer", KeyType: "HASH" }],
    })),
    dynamodb.ResourceInUseException);
  const names = await collect(dynamodb.paginateListTables({ client, pageSize: 1 }, {}), (page) => page.TableNames);
  assert(names.includes(TABLE));

  await client.send(new dynamodb.UpdateTableCommand({
    TableName: TABLE,
    AttributeDefinitions: [{ AttributeName: "State", AttributeType: "S" }, { AttributeName: "Number", AttributeType: "N" }],
    GlobalSecondaryIndexUpdates: [{
      Create: {
        IndexName: "ByState",
        KeySchema: [{ AttributeName: "State", KeyType: "HASH" }, { AttributeName: "Number", KeyType: "RANGE" }],
        Projection: { ProjectionType: "ALL" },
      },
    }],
  }));
  let table;
  do {
    ({ Table: table } = await client.send(new dynamodb.DescribeTableCommand({ TableName: TABLE })));
  } while (table.TableStatus !== "ACTIVE" || table.GlobalSecondaryIndexes[0].IndexStatus !== "ACTIVE");
  return table;
}

async function items() {
  const key = { Customer: "c1", Number: 1 };
  const order = { ...key, State: "open", Articles: [{ Sku: "tea", Count: 2 }], Tags: new Set(["gift"]), Note: null, Paid: false, Seal: new Uint8Array([1, 2]) };
  await shop.send(new documents.PutCommand({ TableName: TABLE, Item: order }));
  assert.deepEqual((await shop.send(new documents.GetCommand({ TableName: TABLE, Key: key, ConsistentRead: true }))).Item, order);
  assert.deepEqual(
    (await client.send(new dynamodb.GetItemCommand({ TableName: TABLE, Key: { Customer: { S: "c1" }, Number: { N: "1.0" } }, ProjectionExpression: "Articles[0].#n", ExpressionAttributeNames: { "#n": "Count" } }))).Item,
    { Articles: { L: [{ M: { Count: { N: "2" } } }] } });

  const updated = await shop.send(new documents.UpdateCommand({
    TableName: TABLE,
    Key: key,
    UpdateExpression: "SET #s = :paid, Articles[0].#c = Articles[0].#c + :one REMOVE Note ADD Tags :tags",
    ConditionExpression: "#s = :open AND size(Articles) = :one",
    ExpressionAttributeNames: { "#s": "State", "#c": "Count" },
    ExpressionAttributeValues: { ":paid": "paid", ":open": "open", ":one": 1, ":tags": new Set(["fast"]) },
    ReturnValues: "ALL_NEW",
    ReturnConsumedCapacity: "TOTAL",
  }));
  assert.deepEqual([updated.Attributes.State, updated.Attributes.Articles[0].Count, [...updated.Attributes.Tags].sort(), "Note" in updated.Attributes], ["paid", 3, ["fast", "gift"], false]);
  assert(updated.ConsumedCapacity.CapacityUnits > 0);

  await assert.rejects(
    shop.send(new documents.PutCommand({ TableName: TABLE, Item: key, ConditionExpression: "attribute_not_exists(Customer)", ReturnValuesOnConditionCheckFailure: "ALL_OLD" })),
    (error) => error instanceof dynamodb.ConditionalCheckFailedException && error.Item.State.S === "paid");
  await assert.rejects(
    shop.send(new documents.PutCommand({ TableName: TABLE, Item: { Customer: "c1" } })),
    (error) => error.name === "ValidationException" && error.$metadata.httpStatusCode === 400);
  assert.equal((await shop.send(new documents.DeleteCommand({ TableName: TABLE, Key: key, ReturnValues: "ALL_OLD" }))).Attributes.State, "paid");
  assert.equal((await shop.send(new documents.GetCommand({ TableName: TABLE, Key: key }))).Item, undefined);
}

async function batchesAndReads() {
  const orders = Array.from({ length: 30 }, (_, at) => ({ Customer: "c2", Number: at, State: at % 3 === 0 ? "open" : "paid", Amount: at * 1.5 }));
  for (let start = 0; start < orders.length; start += 25) {
    let rest = { [TABLE]: orders.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } })) };
    while (Object.keys(rest).length > 0) {
      rest = (await shop.send(new documents.BatchWriteCommand({ RequestItems: rest }))).UnprocessedItems ?? {};
    }
  }

  const keys = [{ Customer: "c2", Number: 3 }, { Customer: "c2", Number: 4 }, { Customer: "nobody", Number: 1 }];
  const batch = await shop.send(new documents.BatchGetCommand({ RequestItems: { [TABLE]: { Keys: keys } } }));
  assert.deepEqual(batch.Responses[TABLE].map((order) => order.Number).sort(), [3, 4]);

  const query = {
    TableName: TABLE,
    KeyConditionExpression: "Customer = :c AND #n BETWEEN :low AND :high",
    FilterExpression: "#s = :s",
    ExpressionAttributeNames: { "#n": "Number", "#s": "State" },
    ExpressionAttributeValues: { ":c": "c2", ":low": 5, ":high": 24, ":s": "open" },
    ScanIndexForward: false,
  };
  const open = await collect(documents.paginateQuery({ client: shop, pageSize: 7 }, query), (page) => page.Items);
  assert.deepEqual(open.map((order) => order.Number), [24, 21, 18, 15, 12, 9, 6]);

  const byState = await shop.send(new documents.QueryCommand({
    TableName: TABLE,
    IndexName: "ByState",
    KeyConditionExpression: "#s = :s",
    ExpressionAttributeNames: { "#s": "State" },
    ExpressionAttributeValues: { ":s": "open" },
    Select: "COUNT",
  }));
  assert.equal(byState.Count, 10);

  const segments = await Promise.all([0, 1].map((Segment) =>
    collect(documents.paginateScan({ client: shop, pageSize: 4 }, { TableName: TABLE, Segment, TotalSegments: 2 }), (page) => page.Items)));
  assert.deepEqual(segments.flat().map((order) => order.Number).sort((a, b) => a - b), orders.map((order) => order.Number));
}

async function transactions() {
  await shop.send(new documents.TransactWriteCommand({
    ClientRequestToken: "javascript-1",
    TransactItems: [
      { Put: { TableName: TABLE, Item: { Customer: "c3", Number: 1, State: "open" } } },
      { Update: { TableName: TABLE, Key: { Customer: "c2", Number: 0 }, UpdateExpression: "ADD Amount :one", ExpressionAttributeValues: { ":one": 1 } } },
      { Delete: { TableName: TABLE, Key: { Customer: "c2", Number: 29 } } },
      { ConditionCheck: { TableName: TABLE, Key: { Customer: "c2", Number: 1 }, ConditionExpression: "attribute_exists(Amount)" } },
    ],
  }));
  const read = await shop.send(new documents.TransactGetCommand({
    TransactItems: [{ Customer: "c2", Number: 0 }, { Customer: "c2", Number: 29 }].map((Key) => ({ Get: { TableName: TABLE, Key } })),
  }));
  assert.deepEqual(read.Responses.map((response) => response.Item?.Amount), [1, undefined]);
  await assert.rejects(
    shop.send(new documents.TransactWriteCommand({
      TransactItems: [
        { Delete: { TableName: TABLE, Key: { Customer: "c3", Number: 1 } } },
        { ConditionCheck: { TableName: TABLE, Key: { Customer: "c2", Number: 1 }, ConditionExpression: "attribute_not_exists(Amount)" } },
      ],
    })),
    (error) => error instanceof dynamodb.TransactionCanceledException
      && error.CancellationReasons.map((reason) => reason.Code).join() === "None,ConditionalCheckFailed");
}

async function statements() {
  await shop.send(new documents.ExecuteStatementCommand({ Statement: `INSERT INTO "${TABLE}" VALUE {'Customer': ?, 'Number': ?, 'State': 'open'}`, Parameters: ["c4", 1] }));
  await shop.send(new documents.ExecuteStatementCommand({ Statement: `UPDATE "${TABLE}" SET Amount = 7 WHERE Customer = 'c4' AND Number = 1` }));
  const selected = await shop.send(new documents.ExecuteStatementCommand({ Statement: `SELECT * FROM "${TABLE}" WHERE Customer = ?`, Parameters: ["c4"] }));
  assert.deepEqual(selected.Items, [{ Customer: "c4", Number: 1, State: "open", Amount: 7 }]);

  const batch = await shop.send(new documents.BatchExecuteStatementCommand({
    Statements: [
      { Statement: `SELECT Amount FROM "${TABLE}" WHERE Customer = 'c4' AND Number = 1` },
      { Statement: `SELECT Amount FROM "${TABLE}" WHERE Customer = 'nobody' AND Number = 1` },
    ],
  }));
  assert.deepEqual(batch.Responses.map((response) => response.Item), [{ Amount: 7 }, undefined]);

  await shop.send(new documents.ExecuteTransactionCommand({
    TransactStatements: [
      { Statement: `DELETE FROM "${TABLE}" WHERE Customer = 'c4' AND Number = 1` },
      { Statement: `EXISTS(SELECT * FROM "${TABLE}" WHERE Customer = 'c2' AND Number = 1 AND Amount > 0)` },
    ],
  }));
  assert.deepEqual((await shop.send(new documents.ExecuteStatementCommand({ Statement: `SELECT * FROM "${TABLE}" WHERE Customer = 'c4'` }))).Items, []);
}

async function timeToLiveAndTags(arn) {
  await client.send(new dynamodb.UpdateTimeToLiveCommand({ TableName: TABLE, TimeToLiveSpecification: { AttributeName: "Until", Enabled: true } }));
  const { TimeToLiveDescription: live } = await client.send(new dynamodb.DescribeTimeToLiveCommand({ TableName: TABLE }));
  assert.equal(live.AttributeName, "Until");

  await client.send(new dynamodb.TagResourceCommand({ ResourceArn: arn, Tags: [{ Key: "team", Value: "shop" }, { Key: "stage", Value: "test" }] }));
  await client.send(new dynamodb.UntagResourceCommand({ ResourceArn: arn, TagKeys: ["stage"] }));
  assert.deepEqual((await client.send(new dynamodb.ListTagsOfResourceCommand({ ResourceArn: arn }))).Tags, [{ Key: "team", Value: "shop" }]);

  const limits = await client.send(new dynamodb.DescribeLimitsCommand({}));
  assert(limits.TableMaxReadCapacityUnits > 0);
}

async function changes(arn) {
  const listed = await feed.send(new streams.ListStreamsCommand({ TableName: TABLE }));
  assert(listed.Streams.some((stream) => stream.StreamArn === arn && stream.TableName === TABLE));
  const { StreamDescription: stream } = await feed.send(new streams.DescribeStreamCommand({ StreamArn: arn }));
  const records = [];
  for (const { ShardId } of stream.Shards) {
    let { ShardIterator: iterator } = await feed.send(new streams.GetShardIteratorCommand({ StreamArn: arn, ShardId, ShardIteratorType: "TRIM_HORIZON" }));
    for (;;) {
      const page = await feed.send(new streams.GetRecordsCommand({ ShardIterator: iterator }));
      records.push(...page.Records);
      iterator = page.NextShardIterator;
      if (iterator === undefined || page.Records.length === 0) {
        break;
      }
    }
  }

  const first = records.filter((record) => record.dynamodb.Keys.Customer.S === "c1");
  assert.deepEqual(first.map((record) => record.eventName), ["INSERT", "MODIFY", "REMOVE"]);
  assert.deepEqual([first[1].dynamodb.OldImage.State.S, first[1].dynamodb.NewImage.State.S], ["open", "paid"]);
}

async function run() {
  const table = await tables();
  await items();
  await batchesAndReads();
  await transactions();
  await statements();
  await timeToLiveAndTags(table.TableArn);
  await changes(table.LatestStreamArn);
  await client.send(new dynamodb.DeleteTableCommand({ TableName: TABLE }));
  await dynamodb.waitUntilTableNotExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: TABLE });
  await assert.rejects(client.send(new dynamodb.DescribeTableCommand({ TableName: TABLE })), dynamodb.ResourceNotFoundException);
}

run().then(() => console.log([...sent].join("\n")), (error) => {
  console.error(error);
  process.exitCode = 1;
});
