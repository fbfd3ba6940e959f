namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF105 : DiagnosticTest
{
    public override string Bad => """
        [[|Entity<OtherTable>("Order")|]]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    public override string Message =>
        "'Order' belongs to 'OtherTable', which is compiled in another project; declare entities in the project of their table";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    public override string OtherProject => """
        [Table("other")]
        public sealed partial class OtherTable;
        """;
}
