using System.Buffers;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Protocol.Expressions;

namespace Keyfold.Protocol.Tests.Expressions;

public sealed class ExpressionPrinterTests
{
    [Fact]
    public void A_printed_condition_parses_to_the_same_tree() => Check(
        trees => trees.Condition(depth: 4),
        (printer, condition, output) => printer.Print(condition, output),
        (text, placeholders) => ExpressionParser.ParseCondition(text, ExpressionParameter.Condition, placeholders));

    [Fact]
    public void A_printed_key_condition_parses_to_the_same_tree() => Check(
        trees => trees.KeyCondition(),
        (printer, condition, output) => printer.Print(condition, output),
        ExpressionParser.ParseKeyCondition);

    [Fact]
    public void A_printed_projection_parses_to_the_same_tree() => Check(
        trees => trees.Projection(),
        (printer, projection, output) => printer.Print(projection, output),
        ExpressionParser.ParseProjection);

    [Fact]
    public void A_printed_update_parses_to_the_same_tree() => Check(
        trees => trees.Update(),
        (printer, update, output) => printer.Print(update, output),
        ExpressionParser.ParseUpdate);

    [Fact]
    public void Parentheses_stand_only_where_the_tree_needs_them()
    {
        Condition a = new AttributeExists("a");
        Condition b = new AttributeExists("b");

        Assert.Equal("attribute_exists(#0) AND attribute_exists(#1) OR attribute_exists(#0)", Text((a & b) | a));
        Assert.Equal("attribute_exists(#0) AND (attribute_exists(#1) OR attribute_exists(#0))", Text(a & (b | a)));
        Assert.Equal("attribute_exists(#0) AND (attribute_exists(#1) AND attribute_exists(#0))", Text(a & (b & a)));
        Assert.Equal("NOT NOT (attribute_exists(#0) AND NOT attribute_exists(#1))", Text(!!(a & !b)));
    }

    [Fact]
    public void The_actions_of_an_update_come_section_by_section()
    {
        UpdateExpression update = new(
        [
            new RemoveAction("a"),
            new SetAction("b", new Plus(new UpdatePath("b"), new UpdateValue(1))),
            new AddAction("c", 2),
            new SetAction("d", new IfNotExists(new DocumentPath("e").Element(3).Member("f"), new UpdateValue("x"))),
        ]);
        ExpressionPrinter printer = new();
        ArrayBufferWriter<byte> output = new();

        printer.Print(update, output);

        Assert.Equal("SET #0 = #0 + :0, #1 = if_not_exists(#2[3].#3, :1) REMOVE #4 ADD #5 :2", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(["b", "d", "e", "f", "a", "c"], printer.Names.Select(name => name.Name));
        Assert.Equal([1, "x", 2], printer.Values);
    }

    private static string Text(Condition condition)
    {
        ArrayBufferWriter<byte> output = new();
        new ExpressionPrinter().Print(condition, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private delegate T Parser<T>(ReadOnlySpan<byte> text, Placeholders placeholders);

    private static void Check<T>(Func<RandomTrees, T> generate, Action<ExpressionPrinter, T, IBufferWriter<byte>> print, Parser<T> parse)
        where T : class =>
        Property.Holds(random =>
        {
            T tree = generate(new RandomTrees(random));
            ExpressionPrinter printer = new();
            ArrayBufferWriter<byte> output = new();
            print(printer, tree, output);

            Assert.Equal(tree, parse(output.WrittenSpan, Define(printer)));
        });

    private static Placeholders Define(ExpressionPrinter printer)
    {
        Placeholders placeholders = new();
        for (int i = 0; i < printer.Names.Count; i++)
        {
            placeholders.AddName(Encoding.UTF8.GetBytes($"#{i}"), printer.Names[i].Name!);
        }

        for (int i = 0; i < printer.Values.Count; i++)
        {
            placeholders.AddValue(Encoding.UTF8.GetBytes($":{i}"), printer.Values[i]);
        }

        return placeholders;
    }
}
