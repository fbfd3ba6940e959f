using System.Globalization;
using Keyfold;

namespace Retail.Patterns;

/// <summary>Adds up what the requests of one pattern cost.</summary>
internal sealed class RequestMeter
{
    private readonly SortedDictionary<string, int> _operations = new(StringComparer.Ordinal);
    private double _capacityUnits;
    private TimeSpan _elapsed;

    public void Add(ObservedRequest request)
    {
        string operation = request.IndexName is null ? request.Operation : $"{request.Operation} on {request.IndexName}";
        _operations[operation] = _operations.GetValueOrDefault(operation) + 1;
        _capacityUnits += request.CapacityUnits;
        _elapsed += request.Elapsed;
    }

    /// <summary>Such as "1 Query on GSI1 · 3.5 capacity units · 0.21 ms"; then starts from zero.</summary>
    public string Read()
    {
        string operations = string.Join(", ", _operations.Select(operation => $"{operation.Value} {operation.Key}"));
        string text = string.Create(CultureInfo.InvariantCulture, $"{operations} · {_capacityUnits:0.#} capacity units · {_elapsed.TotalMilliseconds:0.00} ms");
        _operations.Clear();
        _capacityUnits = 0;
        _elapsed = TimeSpan.Zero;
        return text;
    }
}
