namespace Keyfold.Resilience;

/// <summary>A request that may be given a fault.</summary>
/// <param name="Operation">The operation, as <c>PutItem</c>.</param>
/// <param name="Number">How many requests the backend had before, of all operations.</param>
public readonly record struct InjectionPoint(string Operation, long Number);
