using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Checks that each entity set and each collection of a table has a name of its own.</summary>
internal sealed class TableMemberRules(INamedTypeSymbol table, TableModel model, Findings findings)
{
    /// <summary>The members that every table has.</summary>
    public static HashSet<string> OfEveryTable { get; } = new(StringComparer.Ordinal)
    {
        "Batch", "Connect", "Connection", "CreateIfNotExistsAsync", "ModelOf", "Observe", "OpenInMemory", "TableName", "Transact", "TransactGet",
        "ValidateTableAsync",
        "Equals", "Finalize", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone",
    };

    public void Check(IReadOnlyList<ParsedEntity> entities)
    {
        Dictionary<string, string> taken = OfEveryTable.ToDictionary(name => name, _ => "a member of every table", StringComparer.Ordinal);
        taken[table.Name] = "the class itself";
        foreach (ISymbol member in table.GetMembers().Where(member => member.CanBeReferencedByName && GeneratedNames.IsWritten(member)))
        {
            taken[member.Name] = "a member of its own";
        }

        foreach (ParsedEntity entity in entities)
        {
            string whose = $"the entity set of '{entity.Symbol.Name}'";
            if (taken.TryGetValue(entity.Model.Set, out string other))
            {
                var place = new Place(entity.Symbol, entity.Symbol.Find(KnownNames.Entity), Name: "Set");
                findings.Add(Diagnostics.TableMemberTaken, place, entity.Model.Set, table.Name, other, whose);
            }
            else
            {
                taken.Add(entity.Model.Set, whose);
            }
        }

        foreach (CollectionModel collection in model.Collections)
        {
            if (taken.TryGetValue(collection.Name, out string other))
            {
                AttributeData annotation = table.FindAll(KnownNames.Collection).Last(annotation => annotation.Text(0) == collection.Name);
                findings.Add(Diagnostics.TableMemberTaken, new Place(table, annotation, 0), collection.Name, table.Name, other, "a collection");
            }
            else
            {
                taken.Add(collection.Name, "another collection");
            }
        }
    }
}
