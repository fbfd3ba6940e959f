using Keyfold.Storage;

namespace Keyfold.Engine.Capacity;

/// <summary>The reports of a request on several tables, in the order in which the tables first came up.</summary>
internal sealed class CapacityReports
{
    private readonly List<CapacityReport> _reports = [];

    public CapacityReport Of(string tableName)
    {
        CapacityReport? report = _reports.Find(report => string.Equals(report.TableName, tableName, StringComparison.Ordinal));
        if (report is null)
        {
            report = new CapacityReport(tableName);
            _reports.Add(report);
        }

        return report;
    }

    public Sequence<ConsumedCapacity> ToResponse(ReturnConsumedCapacity detail) =>
        Sequence.From(_reports.Select(report => report.ToResponse(detail)));

    /// <summary>As <see cref="ToResponse"/>, with the units a second time as read units, as transactions report them.</summary>
    public Sequence<ConsumedCapacity> ToReadResponse(ReturnConsumedCapacity detail) =>
        Sequence.From(ToResponse(detail).Select(capacity => capacity with { ReadCapacityUnits = capacity.CapacityUnits }));

    /// <summary>As <see cref="ToResponse"/>, with the units a second time as write units, as transactions report them.</summary>
    public Sequence<ConsumedCapacity> ToWriteResponse(ReturnConsumedCapacity detail) =>
        Sequence.From(ToResponse(detail).Select(capacity => capacity with { WriteCapacityUnits = capacity.CapacityUnits }));
}
