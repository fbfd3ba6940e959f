namespace Keyfold.Tests.Model;

/// <summary>A table with an inverted index: its keys are the table's, the other way round.</summary>
[Table("library")]
[GlobalSecondaryIndex("Inverted", PartitionKey = "SK", SortKey = "PK")]
public sealed partial class LibraryTable;

[Entity<LibraryTable>("Loan")]
[PrimaryKey("READER#{Reader}", "BOOK#{Book}")]
[SecondaryKey("Inverted", "BOOK#{Book}", "READER#{Reader}", Name = "ByBook")]
public sealed partial record Loan(string Reader, string Book, int Days);
