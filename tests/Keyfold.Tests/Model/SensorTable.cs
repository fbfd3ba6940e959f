namespace Keyfold.Tests.Model;

/// <summary>A table with an entity that is a struct, an escaped part and a local index.</summary>
[Table("sensors")]
[LocalSecondaryIndex("ByValue", SortKey = "ValueKey")]
public sealed partial class SensorTable;

[Entity<SensorTable>("Reading")]
[PrimaryKey("SENSOR#{Building:escape}#{Room}", "{At:yyyy-MM-ddTHH:mm:ss.fff}", Name = "BySensor")]
[LocalSecondaryKey("ByValue", "{Value:00000.00}", Name = "ByValue")]
public readonly partial record struct Reading(string Building, string Room, DateTimeOffset At, decimal? Value);
