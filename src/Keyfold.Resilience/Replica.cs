using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>One of the places where the items are: a region of a global table.</summary>
/// <param name="Name">A name for events and messages, as <c>eu-central-1</c>.</param>
/// <param name="Backend">Its backend.</param>
public sealed record Replica(string Name, IStorageBackend Backend);
