using System.Text;
using System.Text.Json;

namespace Keyfold.Protocol.Tests.Operations;

/// <summary>Requests with some bytes changed: an answer with a JSON body and status 200 or 400, whatever comes.</summary>
public sealed class FuzzTests
{
    private static readonly (string Operation, string Request)[] Requests =
    [
        ("GetItem", "{'TableName':'range','Key':{'p':{'S':'1'},'s':{'S':'2'}},'ProjectionExpression':'a.#b[0],c','ExpressionAttributeNames':{'#b':'x'}}"),
        ("PutItem", "{'TableName':'range','Item':{'p':{'S':'1'},'s':{'S':'2'},'l':{'N':'1.5e3'},'m':{'M':{'b':{'B':'AQI='},'e':{'NS':['1','2']}}}}}"),
        ("UpdateItem", "{'TableName':'range','Key':{'p':{'S':'1'},'s':{'S':'2'}},'UpdateExpression':'SET a = if_not_exists(a, :v) + :v REMOVE b[1]',"
            + "'ConditionExpression':'NOT (a < :v OR size(b) IN (:v))','ExpressionAttributeValues':{':v':{'N':'1'}},'ReturnValues':'ALL_NEW'}"),
        ("UpdateItem", "{'TableName':'range','Key':{'p':{'S':'1'},'s':{'S':'2'}},'AttributeUpdates':{'a':{'Action':'ADD','Value':{'N':'1'}}},"
            + "'Expected':{'p':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'S':'0'},{'S':'9'}]},'q':{'Exists':false}},'ConditionalOperator':'OR'}"),
        ("Query", "{'TableName':'range','IndexName':'lsi','KeyConditionExpression':'p = :p AND l BETWEEN :a AND :b','ScanIndexForward':false,'Limit':10,"
            + "'ExpressionAttributeValues':{':p':{'S':'1'},':a':{'N':'0'},':b':{'N':'9999'}},'ReturnConsumedCapacity':'INDEXES'}"),
        ("Scan", "{'TableName':'range','ScanFilter':{'l':{'ComparisonOperator':'GE','AttributeValueList':[{'N':'1'}]}},'Segment':0,'TotalSegments':1}"),
        ("BatchGetItem", "{'RequestItems':{'range':{'Keys':[{'p':{'S':'1'},'s':{'S':'2'}}],'ConsistentRead':true}}}"),
        ("BatchWriteItem", "{'RequestItems':{'range':[{'PutRequest':{'Item':{'p':{'S':'1'},'s':{'S':'3'}}}},{'DeleteRequest':{'Key':{'p':{'S':'1'},'s':{'S':'4'}}}}]}}"),
        ("TransactGetItems", "{'TransactItems':[{'Get':{'TableName':'range','Key':{'p':{'S':'1'},'s':{'S':'2'}}}}]}"),
        ("TransactWriteItems", "{'TransactItems':[{'Put':{'TableName':'range','Item':{'p':{'S':'1'},'s':{'S':'5'}}}},{'ConditionCheck':{'TableName':'range',"
            + "'Key':{'p':{'S':'1'},'s':{'S':'6'}},'ConditionExpression':'attribute_not_exists(p)'}}],'ClientRequestToken':'t'}"),
        ("CreateTable", "{'TableName':'more','BillingMode':'PROVISIONED','ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1},"
            + "'KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}]}"),
        ("DynamoDBStreams_20120810.ListStreams", "{'TableName':'range','Limit':1,'ExclusiveStartStreamArn':'arn:aws:dynamodb:us-east-1:000000000000:table/a/stream/b'}"),
        ("DynamoDBStreams_20120810.DescribeStream", "{'StreamArn':'arn:aws:dynamodb:us-east-1:000000000000:table/a/stream/b','Limit':1,"
            + "'ShardFilter':{'Type':'CHILD_SHARDS','ShardId':'shardId-00000000000000000000-00000000'}}"),
        ("DynamoDBStreams_20120810.GetShardIterator", "{'StreamArn':'arn:aws:dynamodb:us-east-1:000000000000:table/a/stream/b',"
            + "'ShardId':'shardId-00000000000000000000-00000000','ShardIteratorType':'AT_SEQUENCE_NUMBER','SequenceNumber':'100000000000000001000'}"),
        ("DynamoDBStreams_20120810.GetRecords", "{'ShardIterator':'arn:aws:dynamodb:us-east-1:000000000000:table/a/stream/b|1|YXwxfDE=','Limit':1}"),
        ("ListTables", "{'Limit':1,'ExclusiveStartTableName':'aaa'}"),
    ];

    private static readonly byte[][] Pieces =
        [.. new[] { "null", "{}", "[]", "1e400", "-1", "\"\"", "true", "{\"L\":[", "\\ud83d", "\\u0000", ",", ":", "\"", "}", "]", "é" }.Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public async Task Whatever_comes_is_answered()
    {
        ProtocolClient client = await ProtocolClient.CreateAsync();
        Random random = new(20101201);
        for (int i = 0; i < 20_000; i++)
        {
            (string operation, string request) = Requests[random.Next(Requests.Length)];
            byte[] bytes = Mutate(Encoding.UTF8.GetBytes(request.Replace('\'', '"')), random);

            (int status, string body) = await client.SendAsync(operation, bytes);

            Assert.True(status is 200 or 400, $"{operation} {Encoding.UTF8.GetString(bytes)}");
            using JsonDocument document = JsonDocument.Parse(body);
            Assert.Equal(status == 400, document.RootElement.TryGetProperty("__type", out _));
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        for (int i = random.Next(4); i > 0; i--)
        {
            int start = random.Next(bytes.Length);
            int end = random.Next(start, Math.Min(bytes.Length, start + 1 + random.Next(20)));
            bytes = random.Next(5) switch
            {
                0 => bytes[..start],
                1 => [.. bytes.AsSpan(0, start), (byte)random.Next(256), .. bytes.AsSpan(Math.Min(start + 1, bytes.Length))],
                2 => [.. bytes.AsSpan(0, start), .. bytes.AsSpan(end)],
                3 => [.. bytes.AsSpan(0, end), .. bytes.AsSpan(start)],
                _ => [.. bytes.AsSpan(0, start), .. Pieces[random.Next(Pieces.Length)], .. bytes.AsSpan(end)],
            };
            if (bytes.Length == 0)
            {
                return bytes;
            }
        }

        return bytes;
    }
}
