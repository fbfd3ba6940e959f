#region a whole program
using Keyfold;

NotesTable table = new(); // on an engine in this process; another constructor takes any backend

await table.Notes.PutAsync(new Note { Author = "ann", Written = new DateTime(2026, 11, 22, 9, 30, 0), Text = "Buy milk" });
await table.Notes.PutAsync(new Note { Author = "ann", Written = new DateTime(2026, 11, 23, 8, 0, 0), Text = "Drink milk" });
await table.Notes.Update("ann", new DateTime(2026, 11, 22, 9, 30, 0)).Set(n => n.IsDone, true).ApplyAsync();

await foreach (Note note in table.Notes.ByAuthor("ann").WrittenFrom(new DateTime(2026, 11, 1)).Where(n => n.IsDone))
{
    Console.WriteLine($"{note.Written:O} {note.Text}");
}

[Table("notes")]
public sealed partial class NotesTable;

[Entity<NotesTable>("Note")]
[PrimaryKey("AUTHOR#{Author}", "NOTE#{Written:yyyy-MM-ddTHH:mm:ss}", Name = "ByAuthor")]
public sealed partial record Note
{
    public required string Author { get; init; }

    public required DateTime Written { get; init; }

    public required string Text { get; init; }

    public bool IsDone { get; init; }
}
#endregion
