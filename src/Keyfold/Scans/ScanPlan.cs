using System.Globalization;
using System.Text;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>A scan as it was asked for.</summary>
internal sealed record ScanPlan : ReadPlan
{
    public ScanPlan(TableConnection connection, EntityModel model)
        : base(connection) => Model = model;

    internal override EntityModel Model { get; }

    internal override string? IndexName => null;

    internal override string CursorOwner => Segment is null
        ? $"{Model.Name}.Scan"
        : string.Create(CultureInfo.InvariantCulture, $"{Model.Name}.Scan for segment {Segment} of {TotalSegments}");

    internal override bool IsFiltered => Filter is not null || TypeFilter.IsNeeded(this);

    /// <summary>The segment that is read; null for all of the table.</summary>
    internal int? Segment { get; init; }

    internal int? TotalSegments { get; init; }

    /// <summary>The request for the first page.</summary>
    internal ScanRequest ToRequest(Select select = Select.Default) => new()
    {
        TableName = Connection.TableName,
        Filter = Conditions.And(select == Select.Count ? TypeFilter.Only(this) : TypeFilter.NoneOfOthers(this), Filter),
        Select = select,
        ConsistentRead = Consistent,
        ExclusiveStartKey = StartKey,
        Limit = LimitOf(EvaluatedMax, TakenMax),
        Segment = Segment,
        TotalSegments = TotalSegments,
    };

    internal override void AppendCursorScope(StringBuilder text) => text.Append(CursorOwner);
}
