using Keyfold.Tests.Model;

namespace Keyfold.Tests.Queries;

/// <summary>An index that includes a few attributes: its entries do not make an entity, so that a query fetches the whole ones from the table.</summary>
public sealed class IncludedAttributesTests
{
    private static readonly Parcel[] Parcels =
        [new("1", "Leeds", 5, "Ann"), new("2", "York", 7, "Bob"), new("3", "Leeds", 9, "Cid"), new("4", "Leeds", 11, "Dan")];

    [Fact]
    public async Task A_query_gives_whole_entities()
    {
        ParcelTable parcels = await LoadAsync();

        Assert.Equal([Parcels[0], Parcels[2], Parcels[3]], await parcels.Parcels.ByCity("Leeds").ToListAsync());
        Assert.Equal([Parcels[3], Parcels[2]], await parcels.Parcels.ByCity("Leeds").Descending().Limit(2).ToListAsync());
    }

    [Fact]
    public async Task A_filter_on_what_is_included_works()
    {
        ParcelTable parcels = await LoadAsync();

        Assert.Equal([Parcels[2], Parcels[3]], await parcels.Parcels.ByCity("Leeds").Where(p => p.Weight > 5).ToListAsync());
    }

    /// <summary>DynamoDB refuses it as well: the entries lack the attribute, whatever the items have.</summary>
    [Fact]
    public async Task A_filter_on_what_is_not_included_is_refused()
    {
        ParcelTable parcels = await LoadAsync();

        var error = await Assert.ThrowsAsync<RequestRejectedException>(
            async () => await parcels.Parcels.ByCity("Leeds").Where(p => p.Receiver == "Ann").ToListAsync());

        Assert.Equal(
            "The query for Parcel was refused: One or more parameter values were invalid: Secondary index GSI1 does not project one or more filter attributes: [Receiver]",
            error.Message);
    }

    private static async Task<ParcelTable> LoadAsync()
    {
        var parcels = new ParcelTable();
        await parcels.Batch().Put<Parcel>(Parcels).WriteAsync();
        return parcels;
    }
}
