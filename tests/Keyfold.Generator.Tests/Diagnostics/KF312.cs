namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF312 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop", PartitionKey = "Customer", SortKey = "Id")]
        [Collection("History", [|typeof(Order)|])]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        public sealed partial record Order([property: PartitionKey] string Customer, [property: SortKey] string Id);
        """;

    public override string Message =>
        "Collection 'History' holds 'Order', whose items cannot be told from others, since table 'ShopTable' has no type attribute; "
        + "declare [Table(…, TypeAttribute = \"_type\")]";

    public override string Good => """
        [Table("shop", PartitionKey = "Customer", SortKey = "Id", TypeAttribute = "_type")]
        [Collection("History", typeof(Order))]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        public sealed partial record Order([property: PartitionKey] string Customer, [property: SortKey] string Id);
        """;
}
