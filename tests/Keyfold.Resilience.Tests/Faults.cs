using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

/// <summary>The faults that tests use most.</summary>
internal static class Faults
{
    public static StorageException ServiceError { get; } = new(StorageErrorCode.InternalServerError, "The service failed.");

    public static TransportException Disconnected { get; } = new(TransportFailure.ConnectionLost, "The connection was lost.");

    public static TransportException NeverConnected { get; } = new(TransportFailure.NotConnected, "There is no route.");

    public static Fault Fail { get; } = Fault.Refuse(ServiceError);

    public static Fault Lose { get; } = Fault.LoseResponse(Disconnected);

    public static FaultScript Always(Fault fault) => FaultScript.Of(_ => fault);
}
