using FsCheck;
using FsCheck.Fluent;
using Keyfold.Engine.Evaluation;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>
/// Evaluation on encoded items agrees with a naive evaluator over objects, for random items and expressions. A result is encoded as the item writer would
/// encode it, header included, and the bytes that were read stay what they were.
/// </summary>
public sealed class EvaluationModelTests
{
    // the same cases in every run, so that a failure is the code's; KEYFOLD_SEED draws others
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("KEYFOLD_SEED"), out ulong seed) ? seed : 20101201;

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(3_000).WithReplay(Seed, 1);

    private static readonly Item Key = [("PK", "1")];

    [Fact]
    public void Conditions_agree() => Prop.ForAll(
        (from item in RandomExpressions.Items() from condition in RandomExpressions.Conditions() select (item, condition)).ToArbitrary(),
        sample =>
        {
            byte[] encoded = Expression.Encode(sample.item);
            Assert.Equal(NaiveConditions.Holds(sample.condition, sample.item), ConditionEvaluator.Holds(sample.condition, encoded));
            Assert.Equal(NaiveConditions.Holds(sample.condition, null), ConditionEvaluator.Holds(sample.condition, []));
            Assert.Equal(Expression.Encode(sample.item), encoded);
        }).Check(Config);

    [Fact]
    public void Projections_agree() => Prop.ForAll(
        (from item in RandomExpressions.Items() from paths in RandomExpressions.DisjointPaths(6) select (item, paths)).ToArbitrary(),
        sample =>
        {
            byte[] encoded = Expression.Encode(sample.item);
            byte[] projected = Projector.Project(new ProjectionExpression(Sequence.From(sample.paths)), encoded);
            Item expected = NaiveProjection.Project(sample.paths, sample.item);
            Assert.Equal(expected, Expression.Decode(projected));
            Assert.Equal(Expression.Encode(expected), projected);
            Assert.Equal(Expression.Encode(sample.item), encoded);
        }).Check(Config);

    [Fact]
    public void Selections_of_attributes_agree() => Prop.ForAll(
        (from item in RandomExpressions.Items() from paths in RandomExpressions.DisjointPaths(4) select (item, paths)).ToArbitrary(),
        sample =>
        {
            string[] names = [.. sample.paths.Select(path => path.AttributeName)];
            Item expected = Item.Create([.. sample.item.Where(attribute => names.Contains(attribute.Name))]);
            Assert.Equal(Expression.Encode(expected), Projector.Project(new AttributeSelection(names), Expression.Encode(sample.item)));
        }).Check(Config);

    [Fact]
    public void Updates_agree() => Prop.ForAll(
        (from item in RandomExpressions.Items() from update in RandomExpressions.Updates() select (item, update)).ToArbitrary(),
        sample =>
        {
            AssertUpdate(sample.update, sample.item);
            AssertUpdate(sample.update, null);
        }).Check(Config);

    private static void AssertUpdate(UpdateExpression update, Item? item)
    {
        byte[] encoded = item is null ? [] : Expression.Encode(item);
        byte[] key = Expression.Encode(Key);
        Item? expected;
        try
        {
            expected = NaiveUpdate.Apply(update, item, Key);
        }
        catch (NaiveUpdate.Refusal refusal)
        {
            Assert.Equal(refusal.Message, Assert.Throws<StorageException>(() => UpdateEvaluator.Apply(update, encoded, key)).Message);
            return;
        }

        byte[]? updated = UpdateEvaluator.Apply(update, encoded, key);
        Assert.Equal(expected is null ? null : Expression.Encode(expected), updated);
        AssertImage(update, item, encoded);
        AssertImage(update, expected, updated);
        Assert.Equal(item is null ? [] : Expression.Encode(item), encoded);
    }

    private static void AssertImage(UpdateExpression update, Item? item, byte[]? encoded)
    {
        Item part = NaiveProjection.Project([.. update.Actions.Select(action => action.Path)], item ?? Item.Empty);
        Assert.Equal(part.Count == 0 ? null : Expression.Encode(part), UpdateEvaluator.UpdatedPart(update, encoded));
    }
}
