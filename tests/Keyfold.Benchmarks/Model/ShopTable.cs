namespace Keyfold.Benchmarks.Model;

[Table("shop")]
public sealed partial class ShopTable;
