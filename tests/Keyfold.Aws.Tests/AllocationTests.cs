using System.Globalization;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Keyfold.Aws.Tests.Configuration;
using Keyfold.Items;

namespace Keyfold.Aws.Tests;

/// <summary>A request allocates what it returns and less than 3 KB more, of which 1 KB is the HTTP client's.</summary>
public sealed class AllocationTests : IDisposable
{
#if DEBUG
    // a build for debugging makes an object of each async method's state
    private const int BytesMax = 4 * 1024;
#else
    private const int BytesMax = 3 * 1024;
#endif
    private const int Calls = 200;

    private readonly StubWire _wire = new();
    private readonly NoteTable _notes;

    public AllocationTests() => _notes = new NoteTable(new DynamoDbBackend(new DynamoDbOptions
    {
        Region = "eu-central-1",
        Credentials = new BasicAWSCredentials("keyfold", "keyfold"),
        Handler = _wire,
    }));

    public void Dispose() => _wire.Dispose();

    [Fact]
    public void A_get_allocates_its_object_and_3_KB_at_most()
    {
        _wire.Answer = Encoding.UTF8.GetBytes($"{{\"Item\":{Stored(0)}}}");
        Assert.InRange(BytesOf(() => _notes.Notes.GetAsync("ann", "1").AsTask()), 0, BytesMax);
    }

    [Fact]
    public void A_put_allocates_3_KB_at_most()
    {
        _wire.Answer = "{}"u8.ToArray();
        Note note = new() { Author = "ann", Id = "1", Text = new string('x', 10_000) };
        Assert.InRange(BytesOf(() => _notes.Notes.PutAsync(note).AsTask()), 0, BytesMax);
    }

    [Fact]
    public void A_query_allocates_its_objects_and_3_KB_at_most()
    {
        _wire.Answer = Page(10);
        long ofTen = BytesOf(Query);
        _wire.Answer = Page(100);
        long ofHundred = BytesOf(Query);

        // what grows is the objects and the list of them
        Assert.InRange(ofTen - ((ofHundred - ofTen) / 9), 0, BytesMax);

        Task<List<Note>> Query() => _notes.Notes.ByAuthor("ann").ToListAsync().AsTask();
    }

    private static byte[] Page(int count) =>
        Encoding.UTF8.GetBytes($"{{\"Count\":{count},\"Items\":[{string.Join(',', Enumerable.Range(0, count).Select(Stored))}],\"ScannedCount\":{count}}}");

    private static string Stored(int id) => Encoding.UTF8.GetString(ItemCodec.Encode(
        [("PK", "AUTHOR#ann"), ("SK", $"NOTE#{id}"), ("_type", "Note"), ("Author", "ann"), ("Id", id.ToString(CultureInfo.InvariantCulture)), ("Text", "text")],
        ItemEncoding.Json));

    private static long BytesOf(Func<Task> call)
    {
        // the first calls fetch the credentials and fill pools and caches; the later ones end on this thread, whose bytes are counted
        for (int i = 0; i < Calls; i++)
        {
            call().GetAwaiter().GetResult();
        }

        Assert.True(call().IsCompletedSuccessfully);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            call().GetAwaiter().GetResult();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    /// <summary>Answers at once, on the caller's thread.</summary>
    private sealed class StubWire : HttpMessageHandler
    {
        public byte[] Answer { get; set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Answer) };
        }
    }
}
