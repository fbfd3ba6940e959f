using Keyfold.Expressions;
using Keyfold.Expressions.Rules;
using Keyfold.Items;
using Keyfold.Schema;
using static Keyfold.Core.Tests.Expressions.Tree;

namespace Keyfold.Core.Tests.Expressions;

/// <summary>Every request pays for the rules, so that an expression that keeps them allocates nothing.</summary>
public sealed class RulesAllocationTests
{
    private const int Rounds = 20;
    private const int RunsPerRound = 50;

    [Fact]
    public void Expressions_that_keep_the_rules_allocate_nothing()
    {
        Condition condition = (Equal("a", 1) & new Between(At("m.x"), Value("a"), Value("b"))) | new In(At("b"), [Value(1), Value(2)]);
        UpdateExpression update = Update(Set("a", new Plus(From("a"), Literal(1))), Set("m.x", Literal("text")), new AddAction("n", 1));
        ProjectionExpression projection = new(["a", "b", Path("m.x")]);
        TableSchema schema = new("retail", new KeySchema(new KeyAttribute("PK", AttributeType.String)));
        Action check = () =>
        {
            ExpressionRules.Check(condition, Tree.Condition);
            ExpressionRules.Check(update);
            ExpressionRules.Check(projection);
            KeyAttributeRules.Check(condition, schema);
            KeyAttributeRules.Check(update, schema);
            KeyAttributeRules.Check(projection, schema);
            KeyAttributeRules.CheckFilter(condition, schema.Key);
        };
        check();

        // a collection that another test causes counts the rest of this thread's allocation buffer as allocated: hence the least of several rounds
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int run = 0; run < RunsPerRound; run++)
            {
                check();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
