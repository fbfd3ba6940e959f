using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Specification;

/// <summary>Time to live: the attribute by which items expire, as it is set and described.</summary>
public abstract class TimeToLiveSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task Time_to_live_is_enabled_and_disabled()
    {
        TableSchema table = await NewTable(SharedTables.Plain);
        Assert.Equal(new TimeToLiveDescription(TimeToLiveStatus.Disabled, null), await Describe(table));
        await Update(table, "Until", enabled: true);
        Assert.Equal(new TimeToLiveDescription(TimeToLiveStatus.Enabled, "Until"), await Describe(table));
        await Update(table, "Until", enabled: false);
        Assert.Equal(new TimeToLiveDescription(TimeToLiveStatus.Disabled, null), await Describe(table));
    }

    [Fact]
    public async Task What_is_so_already_is_refused()
    {
        TableSchema table = await NewTable(SharedTables.Plain);
        await Refuses("TimeToLive is already disabled", () => Update(table, "Until", enabled: false));
        await Update(table, "Until", enabled: true);
        await Refuses("TimeToLive is already enabled", () => Update(table, "Until", enabled: true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Items_expire_by_one_attribute(bool enabled)
    {
        TableSchema table = await NewTable(SharedTables.Plain, $"{nameof(Items_expire_by_one_attribute)}.{enabled}");
        await Update(table, "Until", enabled: true);
        await Refuses("TimeToLive is active on a different AttributeName", () => Update(table, "Other", enabled));
    }

    [Fact]
    public async Task The_table_must_be_there()
    {
        const string Words = "Requested resource not found: Table: spec.ttl.none not found";
        await Fails(StorageErrorCode.ResourceNotFoundException, Words, () => Fixture.Administration.DescribeTimeToLiveAsync("spec.ttl.none"));
        await Fails(
            StorageErrorCode.ResourceNotFoundException, Words, () => Fixture.Administration.UpdateTimeToLiveAsync("spec.ttl.none", "Until", enabled: true));
    }

    private ValueTask<TimeToLiveDescription> Describe(TableSchema table) => Fixture.Administration.DescribeTimeToLiveAsync(table.Name);

    private ValueTask<TimeToLiveDescription> Update(TableSchema table, string attributeName, bool enabled) =>
        Fixture.Administration.UpdateTimeToLiveAsync(table.Name, attributeName, enabled);
}
