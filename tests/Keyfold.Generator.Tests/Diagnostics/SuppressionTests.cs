namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>Findings are reported by an analyzer, so that users can suppress them like any other warning.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public async Task A_pragma_suppresses_a_warning()
    {
        Project project = Project.Of("""
            [Entity<RetailTable>("Line")]
            #pragma warning disable KF119
            [PrimaryKey("ORDER#{Order}", "LINE#{Number}")]
            #pragma warning restore KF119
            public sealed partial record Line(string Order, int Number);
            """);

        Assert.Empty(await project.FindMistakesAsync());
    }

    [Fact]
    public async Task An_attribute_suppresses_a_warning()
    {
        Project project = Project.Of("""
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Keyfold", "KF119", Justification = "Lines are only ever read by their number.")]
            [Entity<RetailTable>("Line")]
            [PrimaryKey("ORDER#{Order}", "LINE#{Number}")]
            public sealed partial record Line(string Order, int Number);
            """);

        Assert.Empty(await project.FindMistakesAsync());
    }
}
