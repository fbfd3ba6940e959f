using Keyfold.Expressions;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>One change of an update, and the one before it.</summary>
/// <param name="Previous">The change before; null for the first.</param>
/// <param name="Action">The change.</param>
/// <param name="Value">The value that a property is set to; null for any other change.</param>
internal sealed record UpdateStep(UpdateStep? Previous, UpdateAction Action, object? Value);

/// <summary>An update as it was asked for, and how it becomes a request.</summary>
/// <param name="Connection">The table.</param>
/// <param name="Model">The entity.</param>
/// <param name="Key">The item's key.</param>
/// <param name="KeyValues">The values that the key is made of.</param>
internal sealed record UpdatePlan(TableConnection Connection, EntityModel Model, ItemKey Key, Func<object[]> KeyValues)
{
    public UpdateStep? Last { get; init; }

    public Condition? Condition { get; init; }

    /// <summary>Whether a missing item is made.</summary>
    public bool Creates { get; init; }

    public Condition? FullCondition => Creates ? Condition : Conditions.And(Connection.ItemExists, Condition);

    public UpdateItemRequest ToRequest() => new()
    {
        TableName = Connection.TableName,
        Key = Key,
        Update = ToExpression(),
        Condition = FullCondition,
        ReturnItemOnConditionCheckFailure = FullCondition is not null,
    };

    /// <summary>All changes: those asked for, and those that follow from them.</summary>
    public UpdateExpression ToExpression()
    {
        var changes = new List<UpdateAction>();
        for (UpdateStep? step = Last; step is not null; step = step.Previous)
        {
            changes.Add(step.Action);
        }

        if (changes.Count == 0 && !Creates)
        {
            throw new InvalidOperationException($"The update of {Model.Name} changes nothing: call Set, Add, Remove or another of its kind first.");
        }

        changes.Reverse();
        if (Model.VersionAttribute is { } version)
        {
            changes.Add(new AddAction(version, 1));
        }

        if (Creates)
        {
            AddIdentity(changes);
        }

        if (Model.IndexKeys.Count > 0)
        {
            IndexKeyUpdates.AddTo(changes, this);
        }

        return new UpdateExpression(Sequence.From(changes));
    }

    /// <summary>What makes a new item an entity: its type attribute and the properties of its key.</summary>
    private void AddIdentity(List<UpdateAction> changes)
    {
        foreach (string required in Model.RequiredAttributes)
        {
            if (!changes.Exists(change => change is SetAction or AddAction && change.Path.IsTopLevel && change.Path.AttributeName == required))
            {
                throw new InvalidOperationException(
                    $"OrCreate of {Model.Name} could leave out its required property {Model.PropertyOf(required)}. Set it, or SetIfNotExists.");
            }
        }

        if (Model.TypeAttribute is { } type)
        {
            changes.Add(new SetAction(type, new UpdateValue(Model.Name)));
        }

        object[] values = KeyValues();
        for (int index = 0; index < values.Length; index++)
        {
            KeyProperty property = Model.KeyProperties[index];
            string attribute = Model.AttributeOf(property.Name);

            // a property that is itself the key comes with the key
            if (!Connection.Schema.Key.Contains(attribute))
            {
                changes.Add(new SetAction(attribute, new UpdateValue(property.Encode(values[index]))));
            }
        }
    }
}
