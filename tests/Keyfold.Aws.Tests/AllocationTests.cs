using System.Globalization;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Keyfold.Aws.Tests.Configuration;
using Keyfold.Items;
using Keyfold.Resilience;
using Keyfold.Tests.Allocations;

namespace Keyfold.Aws.Tests;

/// <summary>
/// What an operation allocates on the wire: what it returns and less than 3 KB more, with resilience and observation around it as well. The table beside this file holds
/// the figures; after looking at a difference, rewrite it with <c>UPDATE_GOLDEN=1 dotnet test tests/Keyfold.Aws.Tests</c>, once for each configuration.
/// </summary>
public sealed class AllocationTests : IDisposable
{
    private const int Calls = 200;
    private const int Rounds = 5;

    // a pool finds its slot taken now and then
    private const double Tolerance = 0.03;

#if DEBUG
    private const string BuildConfiguration = "Debug";

    // a build for debugging makes an object of each async method's state
    private const int BytesMax = 4 * 1024;
#else
    private const string BuildConfiguration = "Release";
    private const int BytesMax = 3 * 1024;
#endif

    private readonly StubWire _wire = new();
    private readonly NoteTable _notes;
    private readonly NoteTable _observed;
    private long _reports;

    public AllocationTests()
    {
        var backend = new DynamoDbBackend(new DynamoDbOptions
        {
            Region = "eu-central-1",
            Credentials = new BasicAWSCredentials("keyfold", "keyfold"),
            Handler = _wire,
        });
        _notes = new NoteTable(backend);
        _observed = new NoteTable(new ResilientBackend(backend)).Observe(_ => _reports++);
    }

    public void Dispose() => _wire.Dispose();

    [Fact]
    public void Each_operation_allocates_what_the_table_says()
    {
        Dictionary<string, long> measured = new(StringComparer.Ordinal);
        foreach ((string kind, NoteTable notes) in (ReadOnlySpan<(string, NoteTable)>)[("", _notes), (", resilient and observed", _observed)])
        {
            measured["get" + kind] = Get(notes);
            measured["put" + kind] = Put(notes);
            measured["update" + kind] = Update(notes);
            measured["delete" + kind] = Delete(notes);
            measured["query of 10" + kind] = Query(notes, 10);
            measured["batch of 25" + kind] = Batch(notes, 25);
            measured["transaction of 4" + kind] = Transact(notes, 4);
        }

        AllocationTable approved = AllocationTable.Read(BuildConfiguration, measured);
        Assert.All(measured, figure => Assert.True(
            Math.Abs(figure.Value - approved.BytesOf(figure.Key)) <= approved.BytesOf(figure.Key) * Tolerance,
            string.Create(CultureInfo.InvariantCulture, $"{figure.Key} allocates {figure.Value} bytes; the table says {approved.BytesOf(figure.Key)} ({BuildConfiguration}).")));
        Assert.True(_reports > 7 * Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_request_allocates_3_KB_beside_its_objects(bool isObserved)
    {
        NoteTable notes = isObserved ? _observed : _notes;
        Assert.InRange(Get(notes), 0, BytesMax);
        Assert.InRange(Put(notes), 0, BytesMax);
        Assert.InRange(Delete(notes), 0, BytesMax);

        // what grows is the entities and the list of them, and in a batch and a transaction their steps
        Assert.InRange(AtNone(Query(notes, 10), 10, Query(notes, 100), 100), 0, BytesMax);
        Assert.InRange(AtNone(Batch(notes, 5), 5, Batch(notes, 25), 25), 0, BytesMax);
        Assert.InRange(AtNone(Transact(notes, 4), 4, Transact(notes, 24), 24), 0, BytesMax);
    }

    private static double AtNone(long few, int fewCount, long many, int manyCount) => few - ((many - few) * fewCount / (double)(manyCount - fewCount));

    private long Get(NoteTable notes) => BytesOf($"{{\"Item\":{Stored(0)}}}", () => notes.Notes.GetAsync("ann", "1").AsTask());

    private long Put(NoteTable notes)
    {
        Note note = new() { Author = "ann", Id = "1", Text = new string('x', 10_000) };
        return BytesOf("{}", () => notes.Notes.PutAsync(note).AsTask());
    }

    private long Update(NoteTable notes) => BytesOf($"{{\"Attributes\":{Stored(0)}}}", () => notes.Notes.Update("ann", "1").Set(note => note.Text, "other").ApplyAsync().AsTask());

    private long Delete(NoteTable notes) => BytesOf("{}", () => notes.Notes.DeleteAsync("ann", "1").AsTask());

    private long Query(NoteTable notes, int count) => BytesOf(
        $"{{\"Count\":{count},\"Items\":[{string.Join(',', Enumerable.Range(0, count).Select(Stored))}],\"ScannedCount\":{count}}}",
        () => notes.Notes.ByAuthor("ann").ToListAsync().AsTask());

    private long Batch(NoteTable notes, int count)
    {
        Note[] entities = Entities(count);
        return BytesOf("{\"UnprocessedItems\":{}}", () =>
        {
            Batch<NoteTable> batch = notes.Batch();
            foreach (Note note in entities)
            {
                batch = batch.Put(note);
            }

            return batch.WriteAsync().AsTask();
        });
    }

    private long Transact(NoteTable notes, int count)
    {
        Note[] entities = Entities(count);
        return BytesOf("{}", () =>
        {
            Transaction<NoteTable> transaction = notes.Transact();
            foreach (Note note in entities)
            {
                transaction = transaction.Put(note);
            }

            return transaction.CommitAsync().AsTask();
        });
    }

    private static Note[] Entities(int count) =>
        [.. Enumerable.Range(0, count).Select(id => new Note { Author = "ann", Id = id.ToString(CultureInfo.InvariantCulture), Text = new string('x', 1_000) })];

    private static string Stored(int id) => Encoding.UTF8.GetString(ItemCodec.Encode(
        [("PK", "AUTHOR#ann"), ("SK", $"NOTE#{id}"), ("_type", "Note"), ("Author", "ann"), ("Id", id.ToString(CultureInfo.InvariantCulture)), ("Text", "text")],
        ItemEncoding.Json));

    private long BytesOf(string answer, Func<Task> call)
    {
        _wire.Answer = Encoding.UTF8.GetBytes(answer);

        // the first calls fetch the credentials and fill pools and caches; the later ones end on this thread, whose bytes are counted
        for (int i = 0; i < Calls; i++)
        {
            call().GetAwaiter().GetResult();
        }

        Assert.True(call().IsCompletedSuccessfully);
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Calls; i++)
            {
                call().GetAwaiter().GetResult();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // a collection that another test causes counts as allocated what is left of this thread's buffer
        return least / Calls;
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
