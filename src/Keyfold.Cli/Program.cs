using System.Runtime.InteropServices;
using Keyfold.Cli;

using CancellationTokenSource stop = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await KeyfoldCommand.RunAsync(args, Terminal.OfProcess(), stop.Token).ConfigureAwait(false);

// The first signal ends what is going on in good order; the second one ends the process.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
