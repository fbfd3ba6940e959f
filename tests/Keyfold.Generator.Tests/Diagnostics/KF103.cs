namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF103 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public abstract partial record [|Order|](string Id);
        """;

    public override string Message => "'Order' is abstract; declare it as a plain class, record or struct";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public partial record Order(string Id);
        """;

    [Fact]
    public Task The_type_is_made_concrete() => Fixes("Remove 'abstract'");

    [Fact]
    public Task A_type_of_one_file_is_made_visible() => Fixes(
        "Remove 'file'",
        """
        [Document]
        file sealed partial record [|Money|](decimal Amount);
        """,
        """
        [Document]
        sealed partial record Money(decimal Amount);
        """);

    [Fact]
    public Task A_generic_type_has_no_single_mapper() => Reports(
        """
        [Document]
        public sealed partial record [|Box|]<T>(string Label);
        """,
        "'Box' is generic; declare it as a plain class, record or struct");

    [Fact]
    public Task A_type_inside_of_a_generic_one_is_generic() => Reports(
        """
        public static partial class Shop<T>
        {
            [Document]
            public sealed partial record [|Money|](decimal Amount);
        }
        """,
        "'Money' is generic; declare it as a plain class, record or struct");

    [Fact]
    public Task A_table_is_no_value() => Reports(
        """
        [[|Table("shop")|]]
        [Document]
        public sealed partial class Shop
        {
            public int Number { get; set; }
        }
        """,
        "'Shop' is a table; declare it as a plain class, record or struct");

    [Fact]
    public Task A_private_type_is_out_of_reach() => Reports(
        """
        public static partial class Shop
        {
            [Document]
            private sealed partial record [|Money|](decimal Amount);
        }
        """,
        "'Money' is hidden inside of another type; declare it as a plain class, record or struct");

    [Fact]
    public Task A_ref_struct_cannot_leave_the_stack() => Reports(
        """
        [Document]
        public ref partial struct [|Window|]
        {
            public int Width { get; set; }
        }
        """,
        "'Window' is a ref struct; declare it as a plain class, record or struct");
}
