using Keyfold.Tests.Model;

namespace Keyfold.Tests.Queries;

/// <summary>Many to many: one item for each pair, read from either side.</summary>
public sealed class InvertedIndexTests
{
    [Fact]
    public async Task Pairs_are_read_from_either_side()
    {
        var library = new LibraryTable();
        await library.Loans.PutAsync(new Loan("ann", "emma", 7));
        await library.Loans.PutAsync(new Loan("bob", "emma", 14));
        await library.Loans.PutAsync(new Loan("bob", "dracula", 21));

        Assert.Equal([new("bob", "dracula", 21), new Loan("bob", "emma", 14)], await library.Loans.ByReader("bob").ToListAsync());
        Assert.Equal([new("ann", "emma", 7), new Loan("bob", "emma", 14)], await library.Loans.ByBook("emma").ToListAsync());
        Assert.Equal([new("bob", "emma", 14)], await library.Loans.ByBook("emma").ReaderFrom("b").ToListAsync());
    }

    [Fact]
    public async Task An_update_leaves_the_shared_keys_alone()
    {
        var library = new LibraryTable();
        await library.Loans.PutAsync(new Loan("ann", "emma", 7));

        await library.Loans.Update("ann", "emma").Add(loan => loan.Days, 7).ApplyAsync();

        Assert.Equal([new("ann", "emma", 14)], await library.Loans.ByBook("emma").ToListAsync());
    }
}
