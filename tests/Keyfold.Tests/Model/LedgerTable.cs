namespace Keyfold.Tests.Model;

/// <summary>A table with two entities in indexes that do not keep them whole, nor their type.</summary>
[Table("ledger")]
[GlobalSecondaryIndex("ByDay", PartitionKey = "DayKey", SortKey = "DaySort", Projection = IndexProjection.KeysOnly)]
[LocalSecondaryIndex("By-Amount", SortKey = "AmountKey", Projection = IndexProjection.Include, NonKeyAttributes = ["Note"])]
public sealed partial class LedgerTable;

[Entity<LedgerTable>("Payment")]
[PrimaryKey("ACCOUNT#{Account}", "PAYMENT#{Number:D4}")]
[SecondaryKey("ByDay", "DAY#{Day}", "PAYMENT#{Number:D4}", Name = "OfDay")]
[LocalSecondaryKey("By-Amount", "{Amount:00000.00}", Name = "OrderedByAmount")]
public sealed partial record Payment(string Account, int Number, DateOnly? Day, decimal Amount, string Note);

[Entity<LedgerTable>("Refund")]
[PrimaryKey("ACCOUNT#{Account}", "REFUND#{Number:D4}")]
[SecondaryKey("ByDay", "DAY#{Day}", "REFUND#{Number:D4}", Name = "OfDay")]
public sealed partial record Refund(string Account, int Number, DateOnly Day);
