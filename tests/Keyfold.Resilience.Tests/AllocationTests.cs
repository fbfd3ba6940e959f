using Keyfold.Engine;
using Keyfold.Expressions;
using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

/// <summary>What a call that completes at once allocates more with resilience than without: nothing.</summary>
public sealed class AllocationTests
{
    private const int Repetitions = 1_000;

    [Fact]
    public void A_call_that_completes_at_once_allocates_nothing_more()
    {
        EmbeddedEngine engine = new();
        Simulation.Create(engine);
        ResilientBackend resilient = new(engine);
        PutItemRequest put = Simulation.Put("a", 1);
        GetItemRequest get = Simulation.Get("a");
        QueryRequest query = new() { TableName = Simulation.Table, KeyCondition = new KeyCondition([new KeyTerm("PK", KeyOperator.Equal, "a")]) };
        DeleteItemRequest delete = new() { TableName = Simulation.Table, Key = Simulation.Key("b") };
        BatchGetItemRequest batch = new() { Tables = [new BatchGetTable(Simulation.Table, [Simulation.Key("a")])] };
        Same(backend => Complete(backend.PutItemAsync(put)));
        Same(backend => Complete(backend.GetItemAsync(get)));
        Same(backend => Complete(backend.QueryAsync(query)));
        Same(backend => Complete(backend.DeleteItemAsync(delete)));
        Same(backend => Complete(backend.BatchGetItemAsync(batch)));

        void Same(Action<IStorageBackend> call) => Assert.Equal(Measure(() => call(engine)), Measure(() => call(resilient)));
    }

    // the state of the call, and the cancellation that its timeout needs: 376 bytes, 512 in a debug build
    [Fact]
    public void A_call_that_completes_later_allocates_little_more()
    {
        SimulatedClock clock = new();
        FaultScript late = FaultScript.Of(_ => Fault.Delay(TimeSpan.FromMilliseconds(1)));
        EmbeddedEngine engine = new();
        Simulation.Create(engine);
        FaultInjectingBackend alone = new(engine, late, clock);
        ResilientBackend resilient = new(alone);
        GetItemRequest get = Simulation.Get("a");
        long more = Measure(() => Wait(resilient)) - Measure(() => Wait(alone));
        Assert.InRange(more, 0, 600);

        void Wait(IStorageBackend backend)
        {
            ValueTask<GetItemResponse> call = backend.GetItemAsync(get);
            clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(call.IsCompletedSuccessfully);
            _ = call.Result;
        }
    }

    private static void Complete<T>(ValueTask<T> call)
    {
        Assert.True(call.IsCompletedSuccessfully);
        _ = call.Result;
    }

    private static long Measure(Action call)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            call();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Repetitions; i++)
            {
                call();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Repetitions);
        }

        return least;
    }
}
