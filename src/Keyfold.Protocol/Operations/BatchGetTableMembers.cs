using System.Text;
using Keyfold.Expressions;
using Keyfold.Protocol.Legacy;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.Operations;

/// <summary>What a BatchGetItem wants of one table.</summary>
internal sealed class BatchGetTableMembers(string nameOrArn) : IBatchTableMembers
{
    private const string Shape = "KeysAndAttributes";

    private readonly ExpressionMembers _expressions = new(ExpressionKinds.Projection);
    private readonly LegacyMembers _legacy = new(LegacyKinds.AttributesToGet);

    public string NameOrArn { get; } = nameOrArn;

    public string TableName => TableNames.Resolve(NameOrArn);

    public int Count => Keys!.Count;

    public List<EncodedMember>? Keys { get; private set; }

    public bool ConsistentRead { get; private set; }

    public ProjectionExpression? Projection { get; private set; }

    /// <summary>Reads RequestItems.</summary>
    public static List<BatchGetTableMembers>? ReadMap(ref RequestReader reader)
    {
        if (!reader.BeginMap(SerializationErrors.Model + Shape))
        {
            return null;
        }

        List<BatchGetTableMembers> tables = [];
        while (reader.NextMember())
        {
            BatchGetTableMembers table = new(Encoding.UTF8.GetString(reader.Name().Span));
            if (reader.BeginStructure(Shape, isElement: true))
            {
                table.Read(ref reader);
            }

            tables.Add(table);
        }

        return tables;
    }

    public void Constrain(Constraints constraints)
    {
        string path = $"requestItems.{NameOrArn}.member.keys";
        constraints.Required(Keys is not null, path);
        if (Keys is not null)
        {
            constraints.Length(Keys.Count, Keys.Count == 0 ? "[]" : "[...]", 1, Limits.BatchGetKeysMax, path);
        }

        _legacy.Constrain(constraints);
    }

    public void Validate()
    {
        _legacy.CheckNotMixed(_expressions);
        _expressions.CheckPlaceholdersAreUsable();
        Projection = _legacy.Projection();
        _expressions.CheckPlaceholders();
        Projection = _expressions.ParseProjection() ?? Projection;
        _expressions.RequireAllUsed();
        foreach (EncodedMember key in Keys!)
        {
            key.RequireValid();
        }
    }

    /// <summary>Writes the table's settings again, for the keys that were not processed.</summary>
    public void WriteSettings(ResponseWriter output)
    {
        if (ConsistentRead)
        {
            output.Json.WriteBoolean("ConsistentRead"u8, true);
        }

        if (_legacy.AttributesToGet is { } names)
        {
            output.Json.WriteStartArray("AttributesToGet"u8);
            names.ForEach(output.Json.WriteStringValue);
            output.Json.WriteEndArray();
        }

        if (_expressions.Projection is { } projection)
        {
            output.Json.WriteString("ProjectionExpression"u8, projection.Span);
            _expressions.WriteNames(output);
        }
    }

    private void Read(ref RequestReader reader)
    {
        while (reader.NextMember())
        {
            if (reader.Is("Keys"u8))
            {
                Keys = ReadKeys(ref reader);
            }
            else if (reader.Is("ConsistentRead"u8))
            {
                ConsistentRead = reader.ReadBoolean() ?? false;
            }
            else if (!_expressions.TryRead(ref reader) && !_legacy.TryRead(ref reader))
            {
                reader.Skip();
            }
        }
    }

    private static List<EncodedMember>? ReadKeys(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<EncodedMember> keys = [];
        while (reader.NextElement())
        {
            if (reader.ReadItem() is { IsPresent: true } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
