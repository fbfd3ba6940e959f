namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF160 : DiagnosticTest
{
    public override string Bad => """
        public abstract class Database;

        [Table("shop")]
        public sealed partial class [|ShopTable|] : Database;
        """;

    public override string Message =>
        "'ShopTable' derives from 'Database', but the base class and the constructors of a table are generated; declare it as a plain partial class";

    public override string Good => """
        public abstract class Database;

        [Table("shop")]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task A_record_is_no_table() => Reports(
        """
        [Table("shop")]
        public sealed partial record [|ShopTable|];
        """,
        "'ShopTable' is a record, but the base class and the constructors of a table are generated; declare it as a plain partial class");

    [Fact]
    public Task A_constructor_like_the_generated_one_is_too_much() => Reports(
        """
        [Table("shop")]
        public sealed partial class [|ShopTable|]
        {
            public ShopTable()
            {
            }
        }
        """,
        "'ShopTable' has the constructor 'ShopTable.ShopTable()', but the base class and the constructors of a table are generated; declare it as a plain partial class", "CS0111", "CS7036");

    [Fact]
    public async Task A_constructor_of_its_own_can_call_a_generated_one()
    {
        Project project = Project.Of("""
            [Table("shop")]
            public sealed partial class ShopTable
            {
                public ShopTable(string region)
                    : this() => Region = region;

                public string? Region { get; }
            }
            """);

        Assert.Empty(await project.FindMistakesAsync());
        Assert.Empty(project.CompilerErrors());
    }
}
