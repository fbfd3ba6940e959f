using System.Globalization;
using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Storage;

namespace Keyfold.Protocol.Account;

/// <summary>DescribeLimits and DescribeEndpoints, which say the same of every backend: what AWS gives a new account in us-east-1.</summary>
internal static class AccountOperations
{
    private const string DefaultRegion = "us-east-1";
    private const int AccountUnitsMax = 80_000;
    private const int TableUnitsMax = 40_000;
    private const int EndpointMinutes = 1_440;

    public static ValueTask DescribeLimitsAsync(OperationCall call, CancellationToken cancellationToken)
    {
        call.Read(RequestBody.Skip);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteNumber("AccountMaxReadCapacityUnits"u8, AccountUnitsMax);
        call.Output.Json.WriteNumber("AccountMaxWriteCapacityUnits"u8, AccountUnitsMax);
        call.Output.Json.WriteNumber("TableMaxReadCapacityUnits"u8, TableUnitsMax);
        call.Output.Json.WriteNumber("TableMaxWriteCapacityUnits"u8, TableUnitsMax);
        call.Output.Json.WriteEndObject();
        return ValueTask.CompletedTask;
    }

    public static ValueTask DescribeEndpointsAsync(OperationCall call, CancellationToken cancellationToken)
    {
        call.Read(RequestBody.Skip);
        string region = StorageDecorator.Find<ITableResources>(call.Administration)?.Region ?? DefaultRegion;
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartArray("Endpoints"u8);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteString("Address"u8, string.Create(CultureInfo.InvariantCulture, $"dynamodb.{region}.amazonaws.com"));
        call.Output.Json.WriteNumber("CachePeriodInMinutes"u8, EndpointMinutes);
        call.Output.Json.WriteEndObject();
        call.Output.Json.WriteEndArray();
        call.Output.Json.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
