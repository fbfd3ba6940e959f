#nullable disable

namespace Old;

[Table("old")]
[GlobalSecondaryIndex("GSI1", SortKey = null)]
public partial class OldTable
{
}

[Document]
public partial class Address
{
    public string Street { get; set; }
}

[Entity<OldTable>("Person")]
[PrimaryKey("PERSON#{Id}", "PERSON")]
[SecondaryKey("GSI1", "CITY#{City}")]
public partial class Person
{
    public string Id { get; set; }

    public string City { get; set; }

    public int Age { get; set; }

    public Address Address { get; set; }

    public List<string> Names { get; set; }

    public Dictionary<string, string[]> Words { get; set; } = new Dictionary<string, string[]>();

    public HashSet<string> Tags { get; set; }

    public HashSet<int> Numbers { get; set; }
}
