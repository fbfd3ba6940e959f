using Keyfold;

namespace Retail.Model;

#region the table
/// <summary>
/// The shop's one table. Customers and their invoices share an item collection, products and their purchases another one, and each
/// day a third with what every country and every product sold; two indexes turn the same items around.
/// </summary>
[Table("retail")]
[GlobalSecondaryIndex("GSI1")]
[LocalSecondaryIndex("LSI1", SortKey = "Units")]
[Collection("CustomerHistory", typeof(Customer), typeof(Invoice))]
public sealed partial class RetailTable;
#endregion
