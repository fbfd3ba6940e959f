namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF310 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [Collection("Papers", typeof(Orders.Head), [|typeof(Invoices.Head)|])]
        public sealed partial class ShopTable;

        public static partial class Orders
        {
            [Entity<ShopTable>("Order", Set = "OrderHeads")]
            [PrimaryKey("CUSTOMER#{Customer}", "ORDER")]
            public sealed partial record Head(string Customer);
        }

        public static partial class Invoices
        {
            [Entity<ShopTable>("Invoice", Set = "InvoiceHeads")]
            [PrimaryKey("CUSTOMER#{Customer}", "INVOICE")]
            public sealed partial record Head(string Customer);
        }
        """;

    public override string Message =>
        "Collection 'Papers' has 'Head' for 'Orders.Head' and for 'Invoices.Head'; give another name to the class or to its set";

    public override string Good => """
        [Table("shop")]
        [Collection("Papers", typeof(Orders.Head), typeof(Invoices.InvoiceHead))]
        public sealed partial class ShopTable;

        public static partial class Orders
        {
            [Entity<ShopTable>("Order", Set = "OrderHeads")]
            [PrimaryKey("CUSTOMER#{Customer}", "ORDER")]
            public sealed partial record Head(string Customer);
        }

        public static partial class Invoices
        {
            [Entity<ShopTable>("Invoice", Set = "InvoiceHeads")]
            [PrimaryKey("CUSTOMER#{Customer}", "INVOICE")]
            public sealed partial record InvoiceHead(string Customer);
        }
        """;

    private protected override string[] CompilerErrors => ["CS0102", "CS0229"];
}
