using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Fields;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Oracle;
using Keyfold.Schema;
using Keyfold.Templates;

namespace Keyfold.Tests.Scans;

/// <summary>A table with one class and no type attribute, as tables are that Keyfold did not make.</summary>
public sealed class PlainKeyScanTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_in_the_table_is_the_entity()
    {
        var backend = new OracleBackend();
        await backend.CreateTableAsync(Label.Schema, Token);
        var labels = new LabelSet(new TableConnection(backend, Label.Schema, [Label.Model]));
        await labels.PutAsync(new Label("a"), cancellationToken: Token);
        await labels.PutAsync(new Label("b"), cancellationToken: Token);

        List<Label> found = await labels.Scan().ToListAsync(Token);

        Assert.Equal([new Label("a"), new Label("b")], found.OrderBy(label => label.Text, StringComparer.Ordinal));
        Assert.Equal(2, await labels.Scan().CountAsync(Token));
        Assert.Null(labels.Scan().Explain().Filter);
        Assert.Equal(1, labels.Scan().Take(1).Explain().Request.Limit);
        Assert.Equal("b", (await labels.Scan().Where(label => label.Text == "b").FirstOrDefaultAsync(Token))!.Text);
    }

    private sealed record Label(string Text) : IEntity<Label>
    {
        private static readonly StoredPart<string, StringCodec> Part = new("Text");

        public static TableSchema Schema { get; } = new("labels", new KeySchema(new KeyAttribute("Text", AttributeType.String)));

        public static EntityModel Model { get; } = new("Label") { Partition = new KeyTemplate("Label", "Text", KeyRole.Partition, Part) };

        public static ItemKey KeyOf(Label entity)
        {
            var key = new KeyWriter(stackalloc byte[KeyTemplate.StackBytes]);
            key.Partition();
            Part.Append(ref key, entity.Text);
            return KeyTemplate.ToKey(ref key, Model.Partition);
        }

        public static void Write<TWriter>(ref TWriter writer, Label value)
            where TWriter : struct, IItemWriter, allows ref struct => Member.Write<TWriter, string, StringCodec>(ref writer, "Text"u8, value.Text);

        public static Label Read<TReader>(ref TReader reader)
            where TReader : struct, IItemReader, allows ref struct
        {
            string text = "";
            while (reader.NextName(out _))
            {
                text = StringCodec.Read(ref reader);
            }

            return new Label(text);
        }
    }

    private readonly record struct LabelKey(string Text) : IEntityKey<Label>
    {
        public ItemKey ToItemKey() => Label.KeyOf(new Label(Text));

        public object[] ToValues() => [Text];
    }

    private readonly struct LabelFields
    {
        private static readonly DocumentPath TextPath = new("Text");

        public StringField Text => new(TextPath);
    }

    private sealed class LabelSet(TableConnection connection) : EntitySet<Label, LabelFields, LabelKey>(connection);
}
