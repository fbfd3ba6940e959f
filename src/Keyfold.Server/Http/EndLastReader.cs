using System.IO.Pipelines;

namespace Keyfold.Server.Http;

/// <summary>
/// A connection's input that tells of its end only when nothing before it is left. A client may send its last request and shut down its sending side; Kestrel
/// drops a request, though it has all of it, that it reads together with the end.
/// </summary>
internal sealed class EndLastReader(PipeReader connection) : PipeReader
{
    // of the bytes that were given out without the end behind them; -1 for none
    private long _lengthBeforeEnd = -1;

    public override bool TryRead(out ReadResult result)
    {
        bool isRead = connection.TryRead(out result);
        result = WithoutEnd(result);
        return isRead;
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        // what completes later brings either bytes or the end: the transport hands bytes over before it receives again
        ValueTask<ReadResult> reading = connection.ReadAsync(cancellationToken);
        return reading.IsCompletedSuccessfully ? new ValueTask<ReadResult>(WithoutEnd(reading.Result)) : reading;
    }

    public override void AdvanceTo(SequencePosition consumed) => connection.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => connection.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => connection.CancelPendingRead();

    public override void Complete(Exception? exception = null) => connection.Complete(exception);

    /// <summary>A reader that takes nothing of what is there waits for more: then it must know that no more comes.</summary>
    private ReadResult WithoutEnd(in ReadResult result)
    {
        if (!result.IsCompleted || result.Buffer.IsEmpty || result.Buffer.Length == _lengthBeforeEnd)
        {
            return result;
        }

        _lengthBeforeEnd = result.Buffer.Length;
        return new ReadResult(result.Buffer, result.IsCanceled, isCompleted: false);
    }
}
