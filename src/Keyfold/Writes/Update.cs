using Keyfold.Expressions;
using Keyfold.Fields;
using Keyfold.Items;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>
/// An update of one entity that has not been sent. Each method gives a new update with one more change; <see cref="ApplyAsync"/> sends it, and a transaction
/// takes it as an action. Immutable.
/// </summary>
/// <remarks>
/// <para>There must be such an entity, since an update could make but a half of one: without it the update fails with a
/// <see cref="ConditionFailedException{TEntity}"/>, unless <see cref="OrCreate"/> is asked for.</para>
/// <para>An entity with a version gets the next one. Properties that the primary key is made of cannot be changed. Where a key of an index is made of several
/// properties, all of them that the primary key does not tell have to be set together.</para>
/// </remarks>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TFields">Its fields in conditions.</typeparam>
/// <typeparam name="TUpdateFields">Its fields that can be changed.</typeparam>
public sealed class Update<TEntity, TFields, TUpdateFields>
    where TEntity : notnull, IEntity<TEntity>
    where TFields : struct
    where TUpdateFields : struct
{
    private readonly UpdatePlan _plan;

    /// <summary>Starts an update; called by the entity's set.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public Update(TableConnection connection, IEntityKey<TEntity> key)
        : this(new UpdatePlan(connection, TEntity.Model, key.ToItemKey(), key.ToValues))
    {
    }

    private Update(UpdatePlan plan) => _plan = plan;

    internal UpdatePlan Plan => _plan;

    /// <summary>Sets a property. For null, <see cref="Remove"/> it.</summary>
    /// <exception cref="EntityMappingException">The value cannot be stored.</exception>
    public Update<TEntity, TFields, TUpdateFields> Set<T>(Func<TUpdateFields, IField<T>> field, T value)
    {
        ArgumentNullException.ThrowIfNull(field);
        IField<T> target = field(default);
        return With(new SetAction(target.Path, new UpdateValue(Encode(target, value))), value);
    }

    /// <summary>Sets a property that the item does not have yet.</summary>
    /// <exception cref="EntityMappingException">The value cannot be stored.</exception>
    public Update<TEntity, TFields, TUpdateFields> SetIfNotExists<T>(Func<TUpdateFields, IField<T>> field, T value)
    {
        ArgumentNullException.ThrowIfNull(field);
        IField<T> target = field(default);
        return With(new SetAction(target.Path, new IfNotExists(target.Path, new UpdateValue(Encode(target, value)))));
    }

    /// <summary>Removes a property's attribute: the property is null, or has its default, when it is read. Of a list, an element.</summary>
    public Update<TEntity, TFields, TUpdateFields> Remove(Func<TUpdateFields, IField> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return With(new RemoveAction(field(default).Path));
    }

    /// <summary>Adds to a number; a missing one counts as 0. Subtract by adding a negative one.</summary>
    /// <exception cref="EntityMappingException">The value cannot be stored.</exception>
    public Update<TEntity, TFields, TUpdateFields> Add<T>(Func<TUpdateFields, INumberField<T>> field, T value)
    {
        ArgumentNullException.ThrowIfNull(field);
        INumberField<T> target = field(default);
        return With(new AddAction(target.Path, Encode(target, value)));
    }

    /// <summary>Adds members to a set, which need not exist yet.</summary>
    /// <exception cref="EntityMappingException">A member cannot be stored, or there is none.</exception>
    public Update<TEntity, TFields, TUpdateFields> Add<T>(Func<TUpdateFields, ISetField<T>> field, params IEnumerable<T> members)
    {
        ArgumentNullException.ThrowIfNull(field);
        ISetField<T> target = field(default);
        return With(new AddAction(target.Path, Encode(target, members)));
    }

    /// <summary>Deletes members from a set; missing ones are no error. With its last member the set is gone.</summary>
    /// <exception cref="EntityMappingException">A member cannot be stored, or there is none.</exception>
    public Update<TEntity, TFields, TUpdateFields> DeleteFrom<T>(Func<TUpdateFields, ISetField<T>> field, params IEnumerable<T> members)
    {
        ArgumentNullException.ThrowIfNull(field);
        ISetField<T> target = field(default);
        return With(new DeleteAction(target.Path, Encode(target, members)));
    }

    /// <summary>Appends elements to a list; a missing list counts as an empty one.</summary>
    /// <exception cref="EntityMappingException">An element cannot be stored.</exception>
    public Update<TEntity, TFields, TUpdateFields> Append<T>(Func<TUpdateFields, IListField<T>> field, params IEnumerable<T> elements)
    {
        ArgumentNullException.ThrowIfNull(field);
        IListField<T> target = field(default);
        return With(new SetAction(target.Path, new ListAppend(ListOrEmpty(target.Path), new UpdateValue(Encode(target, elements)))));
    }

    /// <summary>Puts elements before those of a list; a missing list counts as an empty one.</summary>
    /// <exception cref="EntityMappingException">An element cannot be stored.</exception>
    public Update<TEntity, TFields, TUpdateFields> Prepend<T>(Func<TUpdateFields, IListField<T>> field, params IEnumerable<T> elements)
    {
        ArgumentNullException.ThrowIfNull(field);
        IListField<T> target = field(default);
        return With(new SetAction(target.Path, new ListAppend(new UpdateValue(Encode(target, elements)), ListOrEmpty(target.Path))));
    }

    /// <summary>Updates only if this holds of the item, and all that was asked for before.</summary>
    public Update<TEntity, TFields, TUpdateFields> When(Func<TFields, Condition> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new(_plan with { Condition = Conditions.And(_plan.Condition, condition(default)) });
    }

    /// <summary>
    /// Makes the entity if there is none: with the properties of its key, and with what the update sets or adds to, which has to cover every required property.
    /// </summary>
    public Update<TEntity, TFields, TUpdateFields> OrCreate() => new(_plan with { Creates = true });

    /// <summary>Sends the update.</summary>
    /// <exception cref="ConditionFailedException{TEntity}">There is no such entity, or it is not as <c>When</c> requires.</exception>
    /// <exception cref="InvalidOperationException">A key of an index would be changed in a part only; or <see cref="OrCreate"/> would leave out a required
    /// property.</exception>
    /// <exception cref="RequestRejectedException">The item would grow over 400 KB, or the update breaks another of DynamoDB's rules.</exception>
    public async ValueTask ApplyAsync(CancellationToken cancellationToken = default) =>
        await SendAsync(ReturnValues.None, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends the update and gives the entity as it is now.</summary>
    /// <exception cref="EntityMappingException">The updated item does not fit the class. It is updated.</exception>
    /// <inheritdoc cref="ApplyAsync" path="/exception"/>
    public async ValueTask<TEntity> ApplyAndGetAsync(CancellationToken cancellationToken = default)
    {
        UpdateItemResponse response = await SendAsync(ReturnValues.AllNew, cancellationToken).ConfigureAwait(false);
        return EncodedItems.Read<TEntity>(_plan.Connection.Backend, response.Attributes);
    }

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    /// <inheritdoc cref="ApplyAsync" path="/exception[contains(@cref, 'InvalidOperationException')]"/>
    public RequestExplanation Explain() => RequestExplanation.OfUpdate(_plan);

    private static IfNotExists ListOrEmpty(DocumentPath path) => new(path, new UpdateValue(AttributeValue.List()));

    private AttributeValue Encode<T>(IField<T> field, T value) => Encode(field, () => field.Encode(value));

    private AttributeValue Encode<T>(ISetField<T> field, IEnumerable<T> members) => Encode(field, () => field.EncodeMembers(members));

    private AttributeValue Encode<T>(IListField<T> field, IEnumerable<T> elements) => Encode(field, () => field.EncodeElements(elements));

    private AttributeValue Encode(IField field, Func<AttributeValue> encode)
    {
        try
        {
            return encode();
        }
        catch (ArgumentException error)
        {
            throw MappingFailure.OfUpdating(TEntity.Model, _plan.Key, field.Path, error);
        }
    }

    private Update<TEntity, TFields, TUpdateFields> With(UpdateAction action, object? value = null) =>
        new(_plan with { Last = new UpdateStep(_plan.Last, action, value) });

    private async ValueTask<UpdateItemResponse> SendAsync(ReturnValues returnValues, CancellationToken cancellationToken)
    {
        UpdateItemRequest request = _plan.ToRequest() with { ReturnValues = returnValues };
        try
        {
            return await _plan.Connection.Backend.UpdateItemAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            throw StorageFailure.OfItem<TEntity>(_plan.Connection.Backend, _plan.Key, error);
        }
    }
}
