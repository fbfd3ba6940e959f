using Amazon.Runtime;
using Keyfold.Engine;
using Keyfold.Protocol;
using Keyfold.Protocol.InProcess;
using Keyfold.Schema;
using Keyfold.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Keyfold.Aws.Tests.Configuration;

public sealed class ConfigurationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ConnectionsMax", "0", "ConnectionsMax is 1 to 10,000, and was 0.")]
    [InlineData("RequestTimeout", "-00:00:05", "RequestTimeout is a time above zero, and was -00:00:05.")]
    [InlineData("TableStatusInterval", "00:00:00", "TableStatusInterval is a time above zero, and was 00:00:00.")]
    [InlineData("TableRetriesMax", "-1", "TableRetriesMax is zero or more, and was -1.")]
    [InlineData("ServiceUrl", "http://localhost:8000/shell", "ServiceUrl is an address such as http://localhost:8000, without a path")]
    public void An_option_that_makes_no_sense_is_refused_by_name(string option, string value, string words)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Open(keyfold => keyfold.UseDynamoDb(Section((option, value)))));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_refused_with_its_place()
    {
        InvalidOperationException error =
            Assert.Throws<InvalidOperationException>(() => Open(keyfold => keyfold.UseDynamoDb(Section(("ConnectTimeout", "soon")).GetSection("Keyfold:DynamoDb"))));
        Assert.Equal("The configuration has \"soon\" at Keyfold:DynamoDb:ConnectTimeout, which is no TimeSpan.", error.Message);
    }

    [Fact]
    public void A_profile_that_there_is_not_is_refused_with_what_to_do()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Open(keyfold => keyfold.UseDynamoDb(options =>
        {
            options.Region = "eu-central-1";
            options.Profile = "no-such-profile";
        })));
        Assert.StartsWith("The profile \"no-such-profile\" gives no credentials for DynamoDB: look at ~/.aws/config", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_table_keeps_the_application_from_starting()
    {
        using IHost host = Host(new EmbeddedEngine());
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancellation));
        Assert.StartsWith("There is no table test-notes. Create it, with CreateTablesOnStart", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_another_shape_keeps_the_application_from_starting()
    {
        var engine = new EmbeddedEngine();
        await engine.CreateTableAsync(
            new TableSchema("test-notes", new KeySchema(new KeyAttribute("PK", Items.AttributeType.Number), new KeyAttribute("SK", Items.AttributeType.String))), Cancellation);
        using IHost host = Host(engine);
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancellation));
        Assert.Equal(
            "The table test-notes is not as its class declares: its key is PK (Number), SK (String), and not PK (String), SK (String); "
                + "it has no index GSI1 with the key GSI1PK (String), GSI1SK (String). Change the table, or the attributes of its class.",
            error.Message);
    }

    [Fact]
    public async Task A_table_as_declared_takes_requests()
    {
        var engine = new EmbeddedEngine();
        using IHost host = Host(engine, create: true);
        await host.StartAsync(Cancellation);
        NoteTable notes = host.Services.GetRequiredService<NoteTable>();
        var note = new Note { Author = "ann \"a\"", Id = "1", Text = "grün\n\\", Tags = ["b", "a"] };
        await notes.Notes.PutAsync(note, cancellationToken: Cancellation);
        Note? stored = await notes.Notes.GetAsync("ann \"a\"", "1", cancellationToken: Cancellation);
        Assert.Equal(note.Text, stored!.Text);
        Assert.Equal(note.Tags, stored.Tags);
        List<Note> queried = await notes.Notes.ByAuthor("ann \"a\"").ToListAsync(Cancellation);
        Assert.Equal([note.Text], queried.Select(other => other.Text));
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task One_line_takes_a_test_to_the_engine()
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKeyfold(keyfold => keyfold.UseDynamoDb(options => options.Profile = "no-such-profile")).AddTable<NoteTable>();
        builder.Services.UseKeyfoldEngine();
        using IHost host = builder.Build();
        await host.StartAsync(Cancellation);
        Assert.IsType<EmbeddedEngine>(host.Services.GetRequiredService<IStorageBackend>());
        await host.StopAsync(Cancellation);
    }

    private static IConfigurationRoot Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.SelectMany(value => (IEnumerable<KeyValuePair<string, string?>>)[new(value.Key, value.Value), new($"Keyfold:DynamoDb:{value.Key}", value.Value)]))
        .Build();

    private static IStorageBackend Open(Action<KeyfoldOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddKeyfold(configure);
        return services.BuildServiceProvider().GetRequiredService<IStorageBackend>();
    }

    private static IHost Host(EmbeddedEngine engine, bool create = false)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKeyfold(keyfold =>
        {
            keyfold.TableNamePrefix = "test-";
            keyfold.CreateTablesOnStart = create;
            keyfold.UseDynamoDb(options =>
            {
                options.ServiceUrl = new Uri("http://keyfold.invalid");
                options.Credentials = new BasicAWSCredentials("keyfold", "keyfold");
                options.Handler = new InProcessHandler(new DynamoDbProtocol(engine, engine));
            });
        }).AddTable<NoteTable>();
        return builder.Build();
    }
}
