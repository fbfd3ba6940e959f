using Keyfold.Expressions;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Legacy;

/// <summary>The legacy parameters that an operation knows.</summary>
[Flags]
internal enum LegacyKinds
{
    None = 0,
    AttributesToGet = 1,
    AttributeUpdates = 2,
    Expected = 4,
    QueryFilter = 8,
    ScanFilter = 16,
    KeyConditions = 32,
    WithConditionalOperator = Expected | QueryFilter | ScanFilter,
}

/// <summary>The legacy parameters of a request, which it may use instead of expressions.</summary>
internal sealed class LegacyMembers(LegacyKinds kinds)
{
    private List<LegacyUpdate>? _updates;
    private List<LegacyCondition>? _expected;
    private List<LegacyCondition>? _filter;
    private List<LegacyCondition>? _keyConditions;
    private string? _conditionalOperator;

    // hardly any request does
    private bool _isUsed;

    /// <summary>The top-level attributes to return; null if the request does not say.</summary>
    public List<string>? AttributesToGet { get; private set; }

    /// <summary>Whether the request has key conditions.</summary>
    public bool HasKeyConditions => _keyConditions is not null;

    private string FilterName => Knows(LegacyKinds.QueryFilter) ? "QueryFilter" : "ScanFilter";

    /// <summary>Takes the current member if it is one of these.</summary>
    public bool TryRead(ref RequestReader reader) => TryReadMember(ref reader) && (_isUsed = true);

    /// <summary>Checks what the service's model says.</summary>
    public void Constrain(Constraints constraints)
    {
        if (!_isUsed)
        {
            return;
        }

        if (AttributesToGet is { Count: 0 })
        {
            constraints.Break("[]", "attributesToGet", "Member must have length greater than or equal to 1");
        }

        constraints.OneOf(_conditionalOperator, Constraints.ConditionalOperator, "conditionalOperator");
        string filter = char.ToLowerInvariant(FilterName[0]) + FilterName[1..];
        _filter?.ForEach(condition => condition.Constrain(constraints, filter, operatorRequired: true));
        _keyConditions?.ForEach(condition => condition.Constrain(constraints, "keyConditions", operatorRequired: true));
        _expected?.ForEach(condition => condition.Constrain(constraints, "expected", operatorRequired: false));
        _updates?.ForEach(update => update.Constrain(constraints));
    }

    /// <summary>
    /// Checks that a request has either expressions or legacy parameters; key conditions go with all expressions but one of the same purpose.
    /// </summary>
    public void CheckNotMixed(ExpressionMembers expressions)
    {
        string present = _isUsed ? string.Join(", ", Present(withKeyConditions: expressions.KeyCondition is not null)) : "";
        if (present.Length > 0 && string.Join(", ", expressions.Present) is { Length: > 0 } others)
        {
            throw StaticErrors.MixedStyles(present, others);
        }
    }

    /// <summary>The projection of AttributesToGet, if there is one.</summary>
    /// <exception cref="StorageException">An attribute is named twice.</exception>
    public ProjectionExpression? Projection()
    {
        if (AttributesToGet is null)
        {
            return null;
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        return AttributesToGet.Find(name => !names.Add(name)) is { } twice
            ? throw StaticErrors.AttributeNameTwice(twice)
            : new ProjectionExpression(Sequence.From(AttributesToGet.Select(name => new DocumentPath(name))));
    }

    /// <summary>The update of AttributeUpdates, if there is one.</summary>
    public UpdateExpression? Update()
    {
        _updates?.ForEach(update => update.RequireValid());
        return LegacyUpdate.ToTree(_updates);
    }

    /// <summary>The condition of Expected, if there is one.</summary>
    public Condition? Expected()
    {
        RequireValid(_expected, LegacyErrors.ExpectedNull);
        CheckOperator(_expected, "Filter or Expected");
        _expected?.ForEach(LegacyConditionRules.CheckExpected);
        return LegacyTrees.Join(_expected, _conditionalOperator);
    }

    /// <summary>The filter of QueryFilter or ScanFilter, if there is one.</summary>
    public Condition? Filter()
    {
        RequireValid(_filter, LegacyErrors.ConditionNull);
        CheckOperator(_filter, "Filter or Expected");
        _filter?.ForEach(LegacyConditionRules.CheckOperator);
        return LegacyTrees.Join(_filter, _conditionalOperator);
    }

    /// <summary>The key condition of KeyConditions, if there is one.</summary>
    public KeyCondition? KeyCondition()
    {
        RequireValid(_keyConditions, LegacyErrors.ConditionNull);
        _keyConditions?.ForEach(LegacyConditionRules.CheckOperator);
        return _keyConditions is null ? null : LegacyTrees.ToKeyCondition(_keyConditions);
    }

    private bool TryReadMember(ref RequestReader reader)
    {
        if (Knows(LegacyKinds.AttributesToGet) && reader.Is("AttributesToGet"u8))
        {
            AttributesToGet = ReadNames(ref reader);
        }
        else if (Knows(LegacyKinds.AttributeUpdates) && reader.Is("AttributeUpdates"u8))
        {
            _updates = LegacyUpdate.ReadMap(ref reader);
        }
        else if (Knows(LegacyKinds.Expected) && reader.Is("Expected"u8))
        {
            _expected = LegacyCondition.ReadMap(ref reader, "ExpectedAttributeValue");
        }
        else if ((Knows(LegacyKinds.QueryFilter) && reader.Is("QueryFilter"u8)) || (Knows(LegacyKinds.ScanFilter) && reader.Is("ScanFilter"u8)))
        {
            _filter = LegacyCondition.ReadMap(ref reader, "Condition");
        }
        else if (Knows(LegacyKinds.KeyConditions) && reader.Is("KeyConditions"u8))
        {
            _keyConditions = LegacyCondition.ReadMap(ref reader, "Condition");
        }
        else if (Knows(LegacyKinds.WithConditionalOperator) && reader.Is("ConditionalOperator"u8))
        {
            _conditionalOperator = reader.ReadString();
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void RequireValid(List<LegacyCondition>? conditions, Func<string, StorageException> nullError)
    {
        if (conditions?.Find(condition => condition.IsNull) is { } none)
        {
            throw nullError(none.AttributeName);
        }

        conditions?.ForEach(condition => condition.RequireValidValues());
    }

    private void CheckOperator(List<LegacyCondition>? conditions, string names)
    {
        if (_conditionalOperator is not null && conditions is not { Count: > 1 })
        {
            throw conditions is null or [] ? LegacyErrors.OperatorWithoutConditions(names) : LegacyErrors.OperatorWithOneCondition(names);
        }
    }

    private IEnumerable<string> Present(bool withKeyConditions)
    {
        (object? Member, string Name)[] all =
        [
            (AttributesToGet, "AttributesToGet"),
            (_updates, "AttributeUpdates"),
            (_filter, FilterName),
            (_expected, "Expected"),
            (_conditionalOperator, "ConditionalOperator"),
            (withKeyConditions ? _keyConditions : null, "KeyConditions"),
        ];
        return all.Where(member => member.Member is not null).Select(member => member.Name);
    }

    private static List<string>? ReadNames(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<string> names = [];
        while (reader.NextElement())
        {
            if (reader.ReadString() is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }

    private bool Knows(LegacyKinds kind) => (kinds & kind) != LegacyKinds.None;
}
