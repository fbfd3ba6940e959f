namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF126 : DiagnosticTest
{
    public override string Bad => """
        [Table("flags", PartitionKey = "IsOpen", SortKey = null)]
        public sealed partial class FlagTable;

        [Entity<FlagTable>("Flag")]
        public sealed partial record Flag
        {
            [[|PartitionKey|]] public required bool IsOpen { get; init; }
        }
        """;

    public override string Message =>
        "'Flag.IsOpen' is bool, which is not stored as a string, a number or binary and cannot be a key; use another type, or a converter to one";

    public override string Good => """
        [Table("flags", PartitionKey = "Name", SortKey = null)]
        public sealed partial class FlagTable;

        [Entity<FlagTable>("Flag")]
        public sealed partial record Flag
        {
            [PartitionKey] public required string Name { get; init; }
            public required bool IsOpen { get; init; }
        }
        """;
}
