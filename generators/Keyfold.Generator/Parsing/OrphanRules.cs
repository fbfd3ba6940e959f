using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Finds annotations on types that nothing is generated for, where they would be without effect and without a word.</summary>
internal static class OrphanRules
{
    private static readonly string[] OfEntities = [KnownNames.PrimaryKey, KnownNames.SecondaryKey, KnownNames.LocalSecondaryKey];

    private static readonly string[] OfTables = [KnownNames.GlobalSecondaryIndex, KnownNames.LocalSecondaryIndex, KnownNames.Collection];

    public static void Check(INamedTypeSymbol type, Findings findings)
    {
        // Of a document its own parser says so.
        if (!type.Has(KnownNames.Entity) && !type.Has(KnownNames.Document))
        {
            foreach (AttributeData annotation in OfEntities.SelectMany(type.FindAll))
            {
                findings.Add(Diagnostics.EntityOnly, new Place(type, annotation), type.Name, Annotations.Written(annotation), type.Name);
            }
        }

        if (!type.Has(KnownNames.Table))
        {
            foreach (AttributeData annotation in OfTables.SelectMany(type.FindAll))
            {
                findings.Add(Diagnostics.TableOnly, new Place(type, annotation), type.Name, Annotations.Written(annotation));
            }
        }
    }
}
