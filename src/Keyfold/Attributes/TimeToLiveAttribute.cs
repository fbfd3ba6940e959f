namespace Keyfold;

/// <summary>
/// Makes a property the table's time to live: its attribute holds whole seconds since 1970-01-01 UTC, and the item expires some time after them.
/// </summary>
/// <remarks>
/// The property is a <see cref="DateTimeOffset"/>, a <see cref="DateTime"/>, or a <see cref="long"/> or <see cref="int"/> of seconds; null means never.
/// All entities of a table that expire use the same attribute.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeToLiveAttribute : Attribute
{
    /// <summary>
    /// Whether a fraction of a second is rounded up to the next whole one. By default such a value is refused when it is written, since
    /// it would not come back equal.
    /// </summary>
    public bool RoundUp { get; set; }
}
