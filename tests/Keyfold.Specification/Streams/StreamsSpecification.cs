using System.Runtime.CompilerServices;
using Keyfold.Schema;
using Keyfold.Streams;

namespace Keyfold.Specification.Streams;

/// <summary>What the suites of streams share: a table of each test's own with a stream, and what the stream says.</summary>
public abstract class StreamsSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    /// <summary>The streams.</summary>
    protected IChangeFeed Changes
    {
        get
        {
            Assert.SkipWhen(Fixture.Changes is null, "This backend has no streams.");
            return Fixture.Changes!;
        }
    }

    /// <summary>Reads the streams.</summary>
    protected ChangeReader Reader => new(Changes);

    /// <summary>A table of the test's own with a stream.</summary>
    /// <param name="viewType">What the stream shows.</param>
    /// <param name="test">The test, and what tells its cases apart.</param>
    /// <returns>The table and the resource name of its stream.</returns>
    protected async Task<(TableSchema Table, string Stream)> NewStream(
        StreamViewType viewType = StreamViewType.NewAndOldImages, [CallerMemberName] string test = "")
    {
        IChangeFeed changes = Changes;


        // streams outlive their tables, and a service this run
        TableSchema table = await NewTable(SharedTables.Plain with { Stream = viewType }, $"{test}.{Fixture.Run}");
        return (table, await new ChangeReader(changes).StreamOf(table.Name));
    }

    /// <summary>What a stream says, in short.</summary>
    protected async Task<IReadOnlyList<Change>> ChangesOf(string stream) => [.. (await Reader.ReadAll(stream)).Select(Change.Of)];
}
