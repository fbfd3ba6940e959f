namespace Keyfold.Aws.Tests.Configuration;

[Table("notes")]
[GlobalSecondaryIndex("GSI1")]
public sealed partial class NoteTable;

[Entity<NoteTable>("Note")]
[PrimaryKey("AUTHOR#{Author}", "NOTE#{Id}", Name = "ByAuthor")]
[SecondaryKey("GSI1", "ID#{Id}", "AUTHOR#{Author}", Name = "ById")]
public sealed partial record Note
{
    public required string Author { get; init; }

    public required string Id { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}
