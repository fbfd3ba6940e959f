using Keyfold.Engine.Evaluation;
using Keyfold.Expressions;
using Keyfold.Items;
using static Keyfold.Engine.Tests.Evaluation.Expression;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>What DynamoDB's reference says of projections, one behaviour each.</summary>
public sealed class ProjectionTests
{
    private static readonly Item Stored =
    [
        ("PK", "1"),
        ("n", 1),
        ("m", AttributeValue.Map([("x", 1), ("y", 2), ("z", AttributeValue.Map([("deep", true)]))])),
        ("l", AttributeValue.List("zero", "one", AttributeValue.Map([("a", 1), ("b", 2)]), "three")),
    ];

    [Fact]
    public void Top_level_attributes_come_without_the_key() => Assert.Equal([("n", 1)], Project("n"));

    [Fact]
    public void The_nesting_of_a_path_is_kept() =>
        Assert.Equal([("m", AttributeValue.Map([("z", AttributeValue.Map([("deep", true)]))]))], Project("m.z.deep"));

    [Fact]
    public void Paths_into_one_map_are_joined() => Assert.Equal([("m", AttributeValue.Map([("x", 1), ("y", 2)]))], Project("m.y", "m.x"));

    [Fact]
    public void List_elements_come_packed_in_index_order() => Assert.Equal([("l", AttributeValue.List("zero", "three"))], Project("l[3]", "l[0]"));

    [Fact]
    public void Paths_into_a_list_element_are_joined() =>
        Assert.Equal([("l", AttributeValue.List(AttributeValue.Map([("a", 1), ("b", 2)]), "three"))], Project("l[2].b", "l[3]", "l[2].a"));

    [Theory]
    [InlineData("nope")]
    [InlineData("m.nope")]
    [InlineData("m[0]")]
    [InlineData("l.x")]
    [InlineData("l[4]")]
    [InlineData("n.x")]
    [InlineData("l[0].x")]
    [InlineData("m.z.deep.er")]
    public void What_a_path_does_not_lead_to_is_left_out_and_so_is_the_way_to_it(string path)
    {
        Assert.Equal([("PK", "1")], Project(path, "PK"));
        Assert.Equal([], Project(path));
    }

    [Fact]
    public void Many_paths_are_ordered_too()
    {
        Item wide = Item.Create([.. Enumerable.Range(0, 100).Select(number => ($"a{number}", (AttributeValue)number))]);
        DocumentPath[] paths = [.. Enumerable.Range(0, 100).Reverse().Where(number => number % 2 == 0).Select(number => (DocumentPath)$"a{number}")];
        Item expected = Item.Create([.. wide.Where(attribute => attribute.Value.AsNumber().TryGetInt64(out long number) && number % 2 == 0)]);
        Assert.Equal(Encode(expected), Projector.Project(new ProjectionExpression(Sequence.From(paths)), Encode(wide)));
    }

    [Fact]
    public void A_selection_takes_whole_attributes() => Assert.Equal(
        Encode([("PK", "1"), ("l", Stored["l"])]),
        Projector.Project(new AttributeSelection(["l", "nope", "PK", "PK"]), Encode(Stored)));

    private static Item Project(params string[] paths) =>
        Decode(Projector.Project(new ProjectionExpression(Sequence.From(paths.Select(Path))), Encode(Stored)));
}
