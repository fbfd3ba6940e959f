using Keyfold.Oracle;
using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>Fresh tables.</summary>
internal static class TestTables
{
    public static RetailTable Retail()
    {
        var retail = new RetailTable(new OracleBackend());
        Assert.True(retail.CreateIfNotExistsAsync().AsTask().GetAwaiter().GetResult());
        return retail;
    }
}
