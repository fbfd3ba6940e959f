using System.Globalization;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>A scan as it was asked for.</summary>
internal sealed record ScanPlan : ReadPlan
{
    private readonly AccessPattern? _index;

    /// <summary>Starts a plan: all entities of the table.</summary>
    public ScanPlan(TableConnection connection, EntityModel model)
        : base(connection) => Model = model;

    /// <summary>Starts a plan: all entities of an index.</summary>
    public ScanPlan(TableConnection connection, AccessPattern index)
        : base(connection)
    {
        Model = index.Model;
        _index = index;
    }

    internal override EntityModel Model { get; }

    internal override string? IndexName => _index?.IndexName;

    internal override bool FetchesFromTable => _index is { FetchesFromTable: true };

    internal override string CursorOwner
    {
        get
        {
            string scan = IndexName is null ? $"{Model.Name}.Scan" : $"{Model.Name}.Scan of index {IndexName}";
            return Segment is null ? scan : string.Create(CultureInfo.InvariantCulture, $"{scan} for segment {Segment} of {TotalSegments}");
        }
    }

    internal override bool IsFiltered => Filter is not null || TypeFilter.IsNeeded(this);

    /// <summary>The segment that is read; null for all of the table or index.</summary>
    internal int? Segment { get; init; }

    internal int? TotalSegments { get; init; }

    /// <summary>The request for the first page.</summary>
    internal ScanRequest ToRequest(Select select = Select.Default) => new()
    {
        TableName = Connection.TableName,
        IndexName = IndexName,
        Filter = Conditions.And(TypeCondition(select), Filter),
        Select = select,
        ConsistentRead = Consistent,
        ExclusiveStartKey = StartKey,
        Limit = LimitOf(EvaluatedMax, TakenMax),
        Segment = Segment,
        TotalSegments = TotalSegments,
    };

    /// <summary>None where an index does not keep the type: then the entities are told apart when they have been fetched.</summary>
    private Condition? TypeCondition(Select select)
    {
        if (!KeepsType)
        {
            return null;
        }

        return select == Select.Count ? TypeFilter.Only(this) : TypeFilter.NoneOfOthers(this);
    }

    private bool KeepsType => IndexName is not { } name || Connection.Schema.FindIndex(name)!.Projection switch
    {
        { Type: ProjectionType.All } => true,
        { NonKeyAttributes: var attributes } => attributes.AsSpan().Contains(Model.TypeAttribute),
    };

    internal override void AppendCursorScope(StringBuilder text) => text.Append(CursorOwner);
}
