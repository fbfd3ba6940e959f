using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>An entity that is a struct is null where it is missing, and has escaped keys and a local index as any other.</summary>
public sealed class StructEntityTests
{
    private static readonly DateTimeOffset At = new(2010, 12, 1, 8, 26, 0, TimeSpan.FromHours(2));

    private readonly SensorTable _sensors = new();

    [Fact]
    public async Task It_is_read_and_missed()
    {
        var reading = new Reading("a#b", "1", At, 20.5m);
        await _sensors.Readings.PutAsync(reading);

        Assert.Equal(reading, await _sensors.Readings.GetAsync("a#b", "1", At.ToUniversalTime()));
        Assert.Null(await _sensors.Readings.GetAsync("a", "b#1", At));
        Assert.Equal(default, await _sensors.Readings.BySensor("a", "b#1").FirstOrDefaultAsync());
        Assert.Equal([reading], await _sensors.Readings.GetManyAsync([new("a#b", "1", At), new("a", "1", At)]));
    }

    [Fact]
    public async Task It_is_updated_and_its_condition_carries_it()
    {
        await _sensors.Readings.PutAsync(new Reading("a", "1", At, 20.5m));

        Reading updated = await _sensors.Readings.Update("a", "1", At).Set(r => r.Value, 21m).ApplyAndGetAsync();
        var error = await Assert.ThrowsAsync<ConditionFailedException<Reading>>(async () => await _sensors.Readings.PutAsync(updated, PutMode.CreateOnly));

        Assert.Equal(21m, updated.Value);
        Assert.Equal(updated, error.Existing);
        Assert.Equal(updated, error.ExistingEntity);
    }

    [Fact]
    public async Task A_local_index_has_its_values_in_order_and_leaves_out_those_without_one()
    {
        foreach ((int minute, decimal? value) in ((int, decimal?)[])[(1, 100m), (2, 20.25m), (3, null), (4, 3m)])
        {
            await _sensors.Readings.PutAsync(new Reading("a", "1", At.AddMinutes(minute), value));
        }

        Assert.Equal([3m, 20.25m, 100m], (await _sensors.Readings.ByValue("a", "1").ToListAsync()).Select(reading => reading.Value));
        Assert.Equal([20.25m, 100m], (await _sensors.Readings.ByValue("a", "1").ValueAfter(3m).Consistent().ToListAsync()).Select(reading => reading.Value));
        Assert.Equal([3m, 20.25m], (await _sensors.Readings.ByValue("a", "1").ValueBefore(100m).ToListAsync()).Select(reading => reading.Value));
        Assert.Equal(4, await _sensors.Readings.BySensor("a", "1").CountAsync());
        await Assert.ThrowsAsync<KeyException>(async () => await _sensors.Readings.PutAsync(new Reading("a", "1", At, 100_000m)));
    }
}
