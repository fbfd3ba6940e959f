using Keyfold.Items;
using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.Tables;

/// <summary>ListTables.</summary>
internal static class ListTablesOperation
{
    private const int LimitMax = 100;

    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Constrain();
        IReadOnlyList<string> names = await call.Administration.ListTablesAsync(cancellationToken).ConfigureAwait(false);
        int limit = members.Limit ?? LimitMax;
        string[] rest = [.. names.Where(name => members.Start is null || Utf8Order.Compare(name, members.Start) > 0)];

        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartArray("TableNames"u8);
        foreach (string name in rest.AsSpan(0, Math.Min(limit, rest.Length)))
        {
            call.Output.Json.WriteStringValue(name);
        }

        call.Output.Json.WriteEndArray();
        if (rest.Length > limit)
        {
            call.Output.Json.WriteString("LastEvaluatedTableName"u8, rest[limit - 1]);
        }

        call.Output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public string? Start { get; private set; }

        public int? Limit { get; private set; }

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("ExclusiveStartTableName"u8))
                {
                    members.Start = reader.ReadString();
                }
                else if (reader.Is("Limit"u8))
                {
                    members.Limit = reader.ReadInt32();
                }
                else
                {
                    reader.Skip();
                }
            }

            return members;
        }

        public void Constrain()
        {
            Constraints constraints = new();
            constraints.Name(Start, "exclusiveStartTableName");
            constraints.Range(Limit, 1, LimitMax, "limit");
            constraints.ThrowIfBroken();
        }
    }
}
