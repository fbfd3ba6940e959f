using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Requests;

/// <summary>What a request wants returned beside its result.</summary>
internal struct ReturnOptions
{
    private string? _capacity;
    private string? _metrics;
    private string? _values;
    private string? _valuesOnFailure;

    public readonly ReturnConsumedCapacity Capacity => _capacity switch
    {
        "TOTAL" => ReturnConsumedCapacity.Total,
        "INDEXES" => ReturnConsumedCapacity.Indexes,
        _ => ReturnConsumedCapacity.None,
    };

    public readonly ReturnValues Values => _values switch
    {
        "ALL_OLD" => ReturnValues.AllOld,
        "UPDATED_OLD" => ReturnValues.UpdatedOld,
        "ALL_NEW" => ReturnValues.AllNew,
        "UPDATED_NEW" => ReturnValues.UpdatedNew,
        _ => ReturnValues.None,
    };

    public readonly bool Metrics => _metrics == "SIZE";

    public readonly bool ItemOnFailure => _valuesOnFailure == "ALL_OLD";

    /// <summary>Takes ReturnConsumedCapacity, which every operation has.</summary>
    public bool TryReadCapacity(ref RequestReader reader)
    {
        if (!reader.Is("ReturnConsumedCapacity"u8))
        {
            return false;
        }

        _capacity = reader.ReadString();
        return true;
    }

    /// <summary>Takes what only writes have.</summary>
    public bool TryRead(ref RequestReader reader)
    {
        if (reader.Is("ReturnValues"u8))
        {
            _values = reader.ReadString();
        }
        else if (reader.Is("ReturnItemCollectionMetrics"u8))
        {
            _metrics = reader.ReadString();
        }
        else
        {
            return TryReadOnFailure(ref reader) || TryReadCapacity(ref reader);
        }

        return true;
    }

    /// <summary>Takes ReturnValuesOnConditionCheckFailure, which single writes and actions of transactions have.</summary>
    public bool TryReadOnFailure(ref RequestReader reader)
    {
        if (!reader.Is("ReturnValuesOnConditionCheckFailure"u8))
        {
            return false;
        }

        _valuesOnFailure = reader.ReadString();
        return true;
    }

    /// <summary>Checks what the service's model says.</summary>
    /// <param name="constraints">Takes the breaches.</param>
    /// <param name="prefix">The path of the structure, with its dot, or empty for the request itself.</param>
    public readonly void Constrain(Constraints constraints, string prefix = "")
    {
        constraints.OneOf(_capacity, Constraints.ReturnConsumedCapacity, "returnConsumedCapacity");
        constraints.OneOf(_values, Constraints.ReturnValues, "returnValues");
        constraints.OneOf(_metrics, Constraints.ReturnItemCollectionMetrics, "returnItemCollectionMetrics");
        constraints.OneOf(_valuesOnFailure, Constraints.ReturnValuesOnConditionCheckFailure, $"{prefix}returnValuesOnConditionCheckFailure");
    }

    /// <summary>Checks that a put or delete wants nothing but the old item.</summary>
    public readonly void CheckOldOnly()
    {
        if (Values is not (ReturnValues.None or ReturnValues.AllOld))
        {
            throw StaticErrors.ReturnValuesOfPut();
        }
    }
}
