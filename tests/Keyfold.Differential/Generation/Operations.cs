using FsCheck;
using FsCheck.Fluent;
using Keyfold.Differential.Requests;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Differential.Generation;

/// <summary>Operations on a table: hot keys and cold ones, right requests and some wrong ones.</summary>
/// <param name="schema">The table.</param>
/// <param name="tokens">The client request tokens of write transactions.</param>
internal sealed class Operations(TableSchema schema, params string[] tokens)
{
    private readonly ExpressionGenerators _expressions = new(schema);

    public Gen<Operation> Any => Gen.Frequency(
        (12, Put.Select(put => (Operation)put)),
        (8, Update.Select(update => (Operation)update)),
        (4, Delete.Select(delete => (Operation)delete)),
        (4, Get),
        (6, Query),
        (1, Scan),
        (1, BatchGet),
        (2, BatchWrite),
        (1, TransactGet),
        (4, TransactWrite));

    private static Gen<bool> Flag { get; } = Gen.Elements(true, false);

    private Gen<ItemKey> Key =>
        from partition in Values.KeyOrTrouble(schema.Key.Partition[0].Type)
        from sort in schema.Key.HasSort ? Values.KeyOrTrouble(schema.Key.Sort[0].Type) : Gen.Constant(AttributeValue.Null)
        select KeyOf(partition, schema.Key.HasSort ? sort : default(AttributeValue?));

    private Gen<Item> Item =>
        from key in KeyAttributes(schema.Key.Partition.Concat(schema.Key.Sort), Values.KeyOrTrouble)
        from names in Gen.SubListOf(Names.Attributes)
        from rest in KeyAttributes(names.Select(name => new KeyAttribute(name, TypeOf(name))), AttributeOf)
        select Items.Item.Create([.. key, .. rest]);

    private Gen<PutOperation> Put =>
        from item in Item
        from condition in _expressions.MaybeCondition
        from returnValues in Gen.Frequency((20, Gen.Elements(ReturnValues.None, ReturnValues.AllOld)), (1, Gen.Constant(ReturnValues.AllNew)))
        from returnItem in Flag
        select new PutOperation(item, condition, returnValues, returnItem);

    private Gen<UpdateOperation> Update =>
        from key in Key
        from update in _expressions.Update
        from condition in Gen.Frequency((2, Gen.Constant<Condition?>(null)), (1, _expressions.MaybeCondition))
        from returnValues in Gen.Elements(Enum.GetValues<ReturnValues>())
        from returnItem in Flag
        select new UpdateOperation(key, update, condition, returnValues, returnItem);

    private Gen<DeleteOperation> Delete =>
        from key in Key
        from condition in _expressions.MaybeCondition
        from returnValues in Gen.Elements(ReturnValues.None, ReturnValues.AllOld)
        from returnItem in Flag
        select new DeleteOperation(key, condition, returnValues, returnItem);

    private Gen<Operation> Get =>
        from key in Key
        from projection in _expressions.MaybeProjection
        from consistent in Flag
        select (Operation)new GetOperation(key, projection, consistent);

    private Gen<string?> Index => Gen.Elements(schema.Indexes.Select(index => (string?)index.Name).Prepend(null).ToArray());

    private static Gen<int?> Limit { get; } = Gen.Frequency((2, Gen.Constant<int?>(null)), (2, Gen.Choose(1, 5).Select(limit => (int?)limit)));

    private static Gen<Select> Selects { get; } = Gen.Frequency((6, Gen.Constant(Select.Default)), (1, Gen.Elements(Enum.GetValues<Select>())));

    private Gen<Operation> Query =>
        from index in Index
        from key in KeyCondition((index is null ? null : schema.FindIndex(index)?.Key) ?? schema.Key)
        from filter in Gen.Frequency((3, Gen.Constant<Condition?>(null)), (1, _expressions.MaybeCondition))
        from projection in Gen.Frequency((3, Gen.Constant<ProjectionExpression?>(null)), (1, _expressions.MaybeProjection))
        from selection in Selects
        from backwards in Flag
        from limit in Limit
        from consistent in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from start in index is null ? Gen.Frequency((4, Gen.Constant<Item?>(null)), (1, StartKey(key))) : Gen.Constant<Item?>(null)
        select (Operation)new QueryOperation(index, key, filter, projection, selection, backwards, limit, consistent, start);

    // of the partition that is queried mostly; where a query of an index with equal keys goes on is the backend's choice
    private Gen<Item?> StartKey(KeyCondition condition) =>
        from key in KeyAttributes(schema.Key.Partition.Concat(schema.Key.Sort), Values.KeyOrTrouble)
        from other in Gen.Choose(0, 9)
        let partition = condition.Terms.FirstOrDefault(term => term.AttributeName == key[0].Name)?.Value
        select Items.Item.Create([(key[0].Name, other == 0 ? key[0].Value : partition ?? key[0].Value), .. key[1..]]);

    private Gen<Operation> Scan =>
        from index in Index
        from filter in Gen.Frequency((3, Gen.Constant<Condition?>(null)), (1, _expressions.MaybeCondition))
        from projection in Gen.Frequency((3, Gen.Constant<ProjectionExpression?>(null)), (1, _expressions.MaybeProjection))
        from selection in Selects
        from limit in Limit
        from segments in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Choose(1, 4).Select(count => (int?)count)))
        select (Operation)new ScanOperation(index, filter, projection, selection, limit, segments);

    private Gen<Operation> BatchGet =>
        from count in Gen.Choose(1, 4)
        from keys in Key.ArrayOf(count)
        from projection in _expressions.MaybeProjection
        from consistent in Flag
        select (Operation)new BatchGetOperation([.. keys], projection, consistent);

    private Gen<Operation> BatchWrite =>
        from puts in Gen.Choose(1, 3).SelectMany(count => Item.ArrayOf(count))
        from deletes in Gen.Choose(0, 2).SelectMany(count => Key.ArrayOf(count))
        select (Operation)new BatchWriteOperation([.. puts], [.. deletes]);

    private Gen<Operation> TransactGet =>
        from count in Gen.Choose(1, 4)
        from keys in Key.ArrayOf(count)
        from projection in _expressions.MaybeProjection
        select (Operation)new TransactGetOperation([.. keys], projection);

    private Gen<Operation> TransactWrite =>
        from count in Gen.Choose(1, 4)
        from actions in Gen.OneOf(Put.Select(put => (Operation)put), Update.Select(update => (Operation)update), Delete.Select(delete => (Operation)delete)).ArrayOf(count)
        from token in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(tokens)))
        select (Operation)new TransactWriteOperation([.. actions], token);

    private static ItemKey KeyOf(AttributeValue partition, AttributeValue? sort) =>
        Specification.Key.Of(AsKey(partition), sort is null ? default(AttributeValue?) : AsKey(sort.Value));

    // a key has no room for other types; a wrong one among the three is left for the backend to refuse
    private static AttributeValue AsKey(AttributeValue value) => value.Type.IsOrdered() ? value : "wrong";

    private static Gen<(string Name, AttributeValue Value)[]> KeyAttributes(
        IEnumerable<KeyAttribute> attributes, Func<AttributeType, Gen<AttributeValue>> value) =>
        attributes.Aggregate(
            Gen.Constant(Array.Empty<(string, AttributeValue)>()),
            (before, attribute) => from values in before from next in value(attribute.Type) select values.Append((attribute.Name, next)).ToArray());

    // an attribute that is no key of an index may be anything, which NULL stands for
    private static Gen<AttributeValue> AttributeOf(AttributeType type) => type == AttributeType.Null ? Values.Any : Values.KeyOrTrouble(type);

    private AttributeType TypeOf(string attributeName) =>
        schema.Indexes.SelectMany(index => index.Key.Partition.Concat(index.Key.Sort)).FirstOrDefault(attribute => attribute.Name == attributeName)?.Type ?? AttributeType.Null;

    private static Gen<KeyCondition> KeyCondition(KeySchema key) =>
        from partition in KeyAttributes(key.Partition, Values.KeyOrTrouble)
        from sortCount in Gen.Choose(0, key.Sort.Count)
        from sorts in KeyAttributes(key.Sort.Take(sortCount), Values.KeyOrTrouble)
        from upper in sortCount == 0 ? Gen.Constant(AttributeValue.Null) : Values.KeyOrTrouble(key.Sort[sortCount - 1].Type)
        from comparison in Gen.Elements(Enum.GetValues<KeyOperator>())
        from wrong in Gen.Choose(0, 60)
        select new KeyCondition([.. Terms(partition, sorts, comparison, upper).Skip(wrong == 0 && sorts.Length > 0 ? 1 : 0)]);

    private static IEnumerable<KeyTerm> Terms(
        (string Name, AttributeValue Value)[] partition, (string Name, AttributeValue Value)[] sorts, KeyOperator last, AttributeValue upper)
    {
        IEnumerable<KeyTerm> equalities = partition.Concat(sorts.SkipLast(1)).Select(part => new KeyTerm(part.Name, KeyOperator.Equal, part.Value));
        return sorts.Length == 0
            ? equalities
            : equalities.Append(new KeyTerm(sorts[^1].Name, last, sorts[^1].Value, last == KeyOperator.Between ? upper : default));
    }
}
