namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>Where a mistake is reported that is not written in one place.</summary>
public sealed class PlaceTests
{
    [Fact]
    public async Task An_argument_is_found_by_its_name()
    {
        var marked = MarkedSource.Parse("""
            [Entity<RetailTable>("Line")]
            [PrimaryKey([|sortTemplate: "LINE#{Number}"|], partitionTemplate: "ORDER#{Order}")]
            public sealed partial record Line(string Order, int Number);
            """);

        Assert.Equal(marked.Span, Assert.Single(await Project.Of(marked.Text).FindMistakesAsync()).Location.SourceSpan);
    }

    [Fact]
    public async Task A_mistake_in_a_base_class_of_another_file_is_reported_at_the_entity()
    {
        var marked = MarkedSource.Parse("""
            [Entity<OtherTable>("Note")]
            [PrimaryKey("NOTE#{Id}", "NOTE")]
            public sealed partial record [|Note|](string Id) : Tagged;
            """);
        Project project = Project.Of(marked.Text).With("""
            [Table("other")]
            public sealed partial class OtherTable;

            public abstract record Tagged
            {
                public object? Tag { get; init; }
            }
            """);

        Microsoft.CodeAnalysis.Diagnostic found = Assert.Single(await project.FindMistakesAsync());
        Assert.Equal(("KF141", Project.TestFile, marked.Span), (found.Id, found.Location.SourceTree?.FilePath, found.Location.SourceSpan));
    }

    [Fact]
    public async Task A_mistake_of_two_files_is_shown_in_the_one_that_is_open()
    {
        Project project = Project.Of("""
            [Entity<RetailTable>("Order")]
            [PrimaryKey("ORDER#{Id}", "ORDER")]
            public sealed partial record Order(string Id);
            """)
            .With("""
            [Entity<RetailTable>("Invoice")]
            [PrimaryKey("ORDER#{Id}", "ORDER")]
            public sealed partial record Invoice(string Id);
            """);

        Assert.Equal(["KF133"], (await project.FindMistakesInFileAsync()).Select(mistake => mistake.Id));
    }
}
