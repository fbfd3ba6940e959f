namespace Keyfold.Streams;

/// <summary>Names a stream. A table that gets a stream again gets another one, with a new label.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Label">When the stream was made, such as <c>2026-11-22T10:00:00.000</c>; unique for the table.</param>
public readonly record struct StreamId(string TableName, string Label);
