using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class CollectionEstimatesTests
{
    [Fact]
    public void A_collection_is_told_once_as_it_was_last()
    {
        CollectionEstimates estimates = new([new("a", [new("x", 0, 1), new("y", 0, 1)])]);
        estimates.Add([new("b", [new("x", 2, 3)]), new("a", [new("y", 1, 2), new("z", 0, 1)])]);
        Assert.Equal(
            [
                new TableItemCollectionMetrics("a", [new("x", 0, 1), new("y", 1, 2), new("z", 0, 1)]),
                new TableItemCollectionMetrics("b", [new("x", 2, 3)]),
            ],
            estimates.ToSequence());
    }
}
