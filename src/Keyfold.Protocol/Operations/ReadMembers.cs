using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.Legacy;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>The members of Query and Scan.</summary>
internal sealed class ReadMembers
{
    private readonly bool _isQuery;
    private readonly ExpressionMembers _expressions;
    private readonly LegacyMembers _legacy;
    private EncodedMember _startKey;
    private string? _tableName;
    private string? _select;

    private ReadMembers(bool isQuery)
    {
        _isQuery = isQuery;
        _expressions = new ExpressionMembers(
            ExpressionKinds.Filter | ExpressionKinds.Projection | (isQuery ? ExpressionKinds.KeyCondition : ExpressionKinds.None));
        _legacy = new LegacyMembers(LegacyKinds.AttributesToGet | (isQuery ? LegacyKinds.QueryFilter | LegacyKinds.KeyConditions : LegacyKinds.ScanFilter));
    }

    public string TableName => TableNames.Resolve(_tableName!);

    public string? IndexName { get; private set; }

    public int? Limit { get; private set; }

    public int? Segment { get; private set; }

    public int? TotalSegments { get; private set; }

    public bool ConsistentRead { get; private set; }

    public bool ScanIndexForward { get; private set; } = true;

    public ReturnOptions Return;

    public KeyCondition? KeyCondition { get; private set; }

    public Condition? Filter { get; private set; }

    public ProjectionExpression? Projection { get; private set; }

    public Item? ExclusiveStartKey => _startKey.ToItem();

    public Select Select => _select switch
    {
        "ALL_ATTRIBUTES" => Select.AllAttributes,
        "ALL_PROJECTED_ATTRIBUTES" => Select.AllProjectedAttributes,
        "SPECIFIC_ATTRIBUTES" => Select.SpecificAttributes,
        "COUNT" => Select.Count,
        _ => Select.Default,
    };

    public static ReadMembers ReadQuery(ref RequestReader reader) => Read(ref reader, new ReadMembers(isQuery: true));

    public static ReadMembers ReadScan(ref RequestReader reader) => Read(ref reader, new ReadMembers(isQuery: false));

    /// <summary>Checks all that can be checked without the table, and makes the trees.</summary>
    /// <exception cref="StorageException">The first thing that is wrong, in DynamoDB's order.</exception>
    public void Validate()
    {
        Constrain();
        _legacy.CheckNotMixed(_expressions);
        _expressions.CheckPlaceholdersAreUsable();
        Condition? legacyFilter;
        ProjectionExpression? attributesToGet;
        if (_isQuery)
        {
            legacyFilter = _legacy.Filter();
            attributesToGet = _legacy.Projection();
        }
        else
        {
            attributesToGet = _legacy.Projection();
            legacyFilter = _legacy.Filter();
        }

        CheckStartKey();
        CheckSegments();
        if (_isQuery && !_legacy.HasKeyConditions && _expressions.KeyCondition is null)
        {
            throw StaticErrors.KeyConditionMissing();
        }

        _expressions.CheckPlaceholders();
        KeyCondition = _expressions.ParseKeyCondition() ?? _legacy.KeyCondition();
        Filter = _expressions.ParseFilter() ?? legacyFilter;
        Projection = _expressions.ParseProjection() ?? attributesToGet;
        _expressions.RequireAllUsed();
        CheckSelect();
    }

    private static ReadMembers Read(ref RequestReader reader, ReadMembers members)
    {
        while (reader.NextMember())
        {
            if (!members.TryRead(ref reader)
                && !members.Return.TryReadCapacity(ref reader)
                && !members._expressions.TryRead(ref reader)
                && !members._legacy.TryRead(ref reader))
            {
                reader.Skip();
            }
        }

        return members;
    }

    private bool TryRead(ref RequestReader reader)
    {
        if (reader.Is("TableName"u8))
        {
            _tableName = reader.ReadString();
        }
        else if (reader.Is("IndexName"u8))
        {
            IndexName = reader.ReadString();
        }
        else if (reader.Is("Limit"u8))
        {
            Limit = reader.ReadInt32();
        }
        else if (reader.Is("ExclusiveStartKey"u8))
        {
            _startKey = reader.ReadItem();
        }
        else if (reader.Is("Select"u8))
        {
            _select = reader.ReadString();
        }
        else if (reader.Is("ConsistentRead"u8))
        {
            ConsistentRead = reader.ReadBoolean() ?? false;
        }
        else if (_isQuery && reader.Is("ScanIndexForward"u8))
        {
            ScanIndexForward = reader.ReadBoolean() ?? true;
        }
        else if (!_isQuery && reader.Is("Segment"u8))
        {
            Segment = reader.ReadInt32();
        }
        else if (!_isQuery && reader.Is("TotalSegments"u8))
        {
            TotalSegments = reader.ReadInt32();
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Constrain()
    {
        Constraints constraints = new();
        constraints.OneOf(_select, Constraints.Select, "select");
        constraints.Name(IndexName, "indexName");
        constraints.Range(TotalSegments, 1, Limits.ScanSegmentsMax, "totalSegments");
        Return.Constrain(constraints);
        constraints.TableName(_tableName, "tableName");
        constraints.Range(Segment, 0, Limits.ScanSegmentsMax - 1, "segment");
        constraints.Range(Limit, 1, int.MaxValue, "limit");
        _legacy.Constrain(constraints);
        constraints.ThrowIfBroken();
    }

    private void CheckStartKey()
    {
        if (_startKey.Error is not { } error)
        {
            return;
        }

        // these are the same everywhere
        string[] plain = ["contains duplicates", "number set", "numeric value", "significant digits", "number with magnitude"];
        throw Array.Exists(plain, text => error.Message.Contains(text, StringComparison.Ordinal)) ? error : StaticErrors.StartKeyValue(error.Message);
    }

    private void CheckSegments()
    {
        if (Segment is null != TotalSegments is null)
        {
            throw Segment is null ? StorageErrors.SegmentMissing() : StorageErrors.TotalSegmentsMissing();
        }

        if (Segment >= TotalSegments)
        {
            throw StorageErrors.SegmentTooLarge(Segment!.Value, TotalSegments!.Value);
        }
    }

    // the backend checks this too, but knows only expressions
    private void CheckSelect()
    {
        if (_legacy.AttributesToGet is not null && Select is Select.AllAttributes or Select.AllProjectedAttributes or Select.Count)
        {
            throw StaticErrors.SelectWithAttributesToGet(Select == Select.Count ? "only the Count" : _select!);
        }
    }
}
