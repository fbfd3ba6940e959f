namespace Keyfold.Tests.Model;

[Table("retail")]
[GlobalSecondaryIndex("GSI1")]
[Collection("CustomerHistory", typeof(Customer), typeof(Invoice))]
public sealed partial class RetailTable;
