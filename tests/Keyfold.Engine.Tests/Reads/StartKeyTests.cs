using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests.Reads;

public sealed class StartKeyTests
{
    /// <summary>The risk: a length that does not fit its two bytes.</summary>
    [Theory]
    [InlineData(2_049)]
    [InlineData(70_000)]
    public async Task A_start_key_too_long_to_be_a_key_is_refused(int length)
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions());
        Item start = [("PK", new string('x', length)), ("SK", 1)];
        StorageException error = await Assert.ThrowsAsync<StorageException>(async () =>
            await test.Engine.ScanAsync(new ScanRequest { TableName = EngineUnderTest.Table, ExclusiveStartKey = start }));
        Assert.Equal(StorageErrors.StartKeySchemaMismatch().Message, error.Message);
    }
}
