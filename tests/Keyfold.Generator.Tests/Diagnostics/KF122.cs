namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF122 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Reading")]
        [PrimaryKey([|"SENSOR#{Sensor}-{Channel}"|], "READING")]
        public sealed partial record Reading(int Sensor, int Channel);
        """;

    public override string Message =>
        "'Reading.Sensor' can contain '-', which ends it in the key template 'SENSOR#{Sensor}-{Channel}', so that two entities could have one key; separate them by another character, such as #";

    public override string Good => """
        [Entity<RetailTable>("Reading")]
        [PrimaryKey("SENSOR#{Sensor}#{Channel}", "READING")]
        public sealed partial record Reading(int Sensor, int Channel);
        """;

    [Fact]
    public Task The_parts_are_separated() => Fixes("Separate the parts by #");

    [Fact]
    public Task An_enum_name_contains_letters() => Reports(
        """
        [Entity<RetailTable>("Shift")]
        [PrimaryKey([|"{Day}at{Place}"|], "SHIFT")]
        public sealed partial record Shift(DayOfWeek Day, string Place);
        """,
        "'Shift.Day' can contain 'a', which ends it in the key template '{Day}at{Place}', so that two entities could have one key; separate them by another character, such as #");
}
