using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator;

/// <summary>
/// Everything a user can get wrong in an annotation. 1xx: entities, their properties and keys; 2xx: indexes; 3xx: queries; 9xx: Keyfold itself.
/// An id is never used again. Each has a page, docs/KFnnn.md, and a test, tests/Keyfold.Generator.Tests/Diagnostics/KFnnn.cs.
/// </summary>
internal static class Diagnostics
{
    // Before the first descriptor, since static fields are initialized in the order of the text.
    private static readonly ImmutableArray<DiagnosticDescriptor>.Builder Declared = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();

    // 101–109: types
    public static readonly DiagnosticDescriptor NotPartial = Error("KF101", "Type is not partial",
        "'{0}' must be declared partial, so that its mapper can be generated into it");
    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error("KF102", "Containing type is not partial",
        "'{0}' must be declared partial, since it contains '{1}', whose mapper is generated into it");
    public static readonly DiagnosticDescriptor UnsuitableType = Error("KF103", "Type cannot be mapped",
        "'{0}' is {1}; declare it as a plain class, record or struct");
    public static readonly DiagnosticDescriptor TableMissing = Error("KF104", "Table has no [Table]",
        "'{0}' belongs to '{1}', which is no table; add [Table(\"…\")] to '{1}'");
    public static readonly DiagnosticDescriptor TableElsewhere = Error("KF105", "Table is in another project",
        "'{0}' belongs to '{1}', which is compiled in another project; declare entities in the project of their table");
    public static readonly DiagnosticDescriptor InvalidName = Error("KF106", "Name is not allowed",
        "'{0}' is no name for {1}; use {2}");
    public static readonly DiagnosticDescriptor EntityAndDocument = Error("KF107", "Type is both entity and document",
        "'{0}' has [Entity], which gives it a mapper already; remove [Document]");
    public static readonly DiagnosticDescriptor EntityOnly = Error("KF108", "Annotation is for entities",
        "'{0}' has {1}, but '{2}' is no entity; remove it, or add [Entity<TTable>(\"…\")] to '{2}'");
    public static readonly DiagnosticDescriptor TableOnly = Error("KF109", "Annotation is for tables",
        "'{0}' has {1}, but is no table; remove it, or add [Table(\"…\")]");

    // 110–139: keys
    public static readonly DiagnosticDescriptor KeyMissing = Error("KF110", "Entity has no primary key",
        "'{0}' has no primary key; add [PrimaryKey(\"…\")] to it or [PartitionKey] to a property");
    public static readonly DiagnosticDescriptor PlainAndTemplate = Error("KF111", "Key is both template and property",
        "'{0}' makes the key of {1} from a template, so that '{0}.{2}' cannot be the key itself; remove one of the two");
    public static readonly DiagnosticDescriptor TemplateSyntax = Error("KF112", "Key template is malformed",
        "The key template '{0}' of '{1}' {2}");
    public static readonly DiagnosticDescriptor TemplatePropertyMissing = Error("KF113", "Key template names no property",
        "The key template '{0}' names '{2}', which '{1}' does not have; name a property of '{1}'");
    public static readonly DiagnosticDescriptor TemplatePropertyNotStored = Error("KF114", "Key part is not stored",
        "'{0}.{1}' is part of a key and must be stored; remove [Ignore], or make it public with a way to set it");
    public static readonly DiagnosticDescriptor PartNotKeyable = Error("KF115", "Type cannot be in a key",
        "'{0}.{1}' is {2}, which has no text that a key could hold; use text, an integer, a decimal, a date, a time, a Guid, an enum or a "
        + "bool, or a converter to one");
    public static readonly DiagnosticDescriptor PartNullable = Error("KF116", "Primary key part is nullable",
        "'{0}.{1}' is part of the primary key, which every item has; declare it as '{2}'");
    public static readonly DiagnosticDescriptor TimeWithoutFormat = Error("KF117", "Time in a key has no format",
        "'{0}.{1}' is a time without a format, and its text would not be in order; use a format such as {{{1}:O}} or {{{1}:yyyy-MM-ddTHH:mm:ss}}");
    public static readonly DiagnosticDescriptor UnsupportedFormat = Error("KF118", "Format is not supported in a key",
        "'{0}.{1}' is {2}, whose text in a key cannot have the format '{3}'; use {4}");
    public static readonly DiagnosticDescriptor UnpaddedNumber = Warning("KF119", "Number in a sort key is not padded",
        "'{0}.{1}' is a number without padding in a sort key, so that 10 is sorted before 9 and no range can be asked for; use {2}");
    public static readonly DiagnosticDescriptor UnorderedTime = Warning("KF120", "Time in a sort key is not in order",
        "'{0}.{1}' has the format '{2}' in a sort key, whose order is not the order of time, so that no range can be asked for; use a format "
        + "such as {3}");
    public static readonly DiagnosticDescriptor AdjacentParts = Error("KF121", "Key parts are not separated",
        "Nothing separates '{0}.{1}' from '{0}.{2}' in the key template '{3}', so that two entities could have one key; write text between "
        + "them, such as #");
    public static readonly DiagnosticDescriptor AmbiguousSeparator = Error("KF122", "Separator can be part of the value",
        "'{0}.{1}' can contain '{2}', which ends it in the key template '{3}', so that two entities could have one key; separate them by "
        + "another character, such as #");
    public static readonly DiagnosticDescriptor SortTemplateMissing = Error("KF123", "Primary key has no sort key template",
        "Table '{0}' has the sort key '{1}', for which the key of '{2}' has no template; add one, or declare [Table(…, SortKey = null)]");
    public static readonly DiagnosticDescriptor SortTemplateUnexpected = Error("KF124", "Table has no sort key",
        "Table '{0}' has no sort key, for which the key of '{1}' has a template; remove it, or declare one by [Table(…, SortKey = \"SK\")]");
    public static readonly DiagnosticDescriptor PlainKeyName = Error("KF125", "Key property has another attribute's name",
        "'{0}.{1}' is stored in '{2}' but is {3} of {4}, which is '{5}'; declare {6} = \"{2}\" there, or add [Attribute(\"{5}\")]");
    public static readonly DiagnosticDescriptor PlainKeyType = Error("KF126", "Key property is not a string, number or binary",
        "'{0}.{1}' is {2}, which is not stored as a string, a number or binary and cannot be a key; use another type, or a converter to one");
    public static readonly DiagnosticDescriptor PlainKeyTwice = Error("KF127", "Two properties are the same key",
        "'{0}.{1}' and '{0}.{2}' are both {3} of {4}; keep one");
    public static readonly DiagnosticDescriptor PlainSortMissing = Error("KF128", "Sort key property is missing",
        "{0} has the sort key '{1}', for which '{2}' has no property; add [SortKey] to one, or declare SortKey = null");
    public static readonly DiagnosticDescriptor PlainKeyExtra = Error("KF129", "Key property is not declared",
        "{0} has no {1} that '{2}.{3}' could be; {4} there, or remove {5}");
    public static readonly DiagnosticDescriptor PlainPartitionMissing = Error("KF130", "Partition key property is missing",
        "'{0}' has a sort key for {1} but no property with [PartitionKey] for '{2}'; add it");
    public static readonly DiagnosticDescriptor ChangingKey = Error("KF131", "Version or time to live is part of a primary key",
        "'{0}.{1}' changes when the entity is written and cannot be part of its primary key; use another property");
    public static readonly DiagnosticDescriptor EntityNameTaken = Error("KF132", "Two entities have one name",
        "'{0}' and '{1}' both have the name '{2}' in table '{3}'; give one another name in [Entity]");
    public static readonly DiagnosticDescriptor KeysCollide = Error("KF133", "Two entities can have one key",
        "The primary keys of '{0}' and '{1}' in table '{2}' can be equal, so that one would overwrite the other; begin their templates with "
        + "different text");
    public static readonly DiagnosticDescriptor KeyTypesDiffer = Error("KF134", "A key attribute has two types",
        "'{0}' has {1} as '{2}' of table '{3}', but '{4}' has {5}; a key attribute has one type");
    public static readonly DiagnosticDescriptor KeyAttributeTaken = Error("KF135", "Two keys have one attribute",
        "'{0}' makes '{1}' for {2}, which is already {3}; give one of them another attribute where it is declared");

    // 140–159: properties
    public static readonly DiagnosticDescriptor AttributeNameTaken = Error("KF140", "Two values have one attribute",
        "'{0}.{1}' is stored in '{2}', which is already {3}; give it another name by [Attribute(\"…\")]");
    public static readonly DiagnosticDescriptor UnsupportedType = Error("KF141", "Type cannot be stored",
        "'{0}.{1}' is {2}, which cannot be stored; use a supported type, [Converter<T>] or [Ignore]");
    public static readonly DiagnosticDescriptor DocumentMissing = Error("KF142", "Nested type is no document",
        "'{0}.{1}' is of type '{2}', which is no document; add [Document] to '{2}', or [Converter<T>] or [Ignore] to the property");
    public static readonly DiagnosticDescriptor UnsupportedSet = Error("KF143", "Set of unsupported elements",
        "'{0}.{1}' is a set of '{2}'; DynamoDB has sets of strings, numbers and binaries alone, without null: use List<{2}>");
    public static readonly DiagnosticDescriptor UnsupportedMapKey = Error("KF144", "Dictionary without string keys",
        "'{0}.{1}' is a dictionary whose key is '{2}'; the names in a map are strings: use Dictionary<string, …>");
    public static readonly DiagnosticDescriptor CannotBeSet = Error("KF145", "Property cannot be set",
        "'{0}.{1}' cannot be set when an item is read; add a setter, init or a constructor parameter '{2}', or [Ignore]");
    public static readonly DiagnosticDescriptor NoConstructor = Error("KF146", "No usable constructor",
        "'{0}' has no constructor that can be called with its stored properties; add one without parameters, or one whose parameters have "
        + "their names and types");
    public static readonly DiagnosticDescriptor WrongConverter = Error("KF147", "Converter does not fit",
        "'{0}.{1}' is '{2}', but '{3}' does not implement IConverter<{2}, TStored> exactly once; use a converter that does");
    public static readonly DiagnosticDescriptor UnsupportedStorage = Error("KF148", "Storage does not fit",
        "'{0}.{1}' is {2}, which has one way to be stored; remove Storage, which is for enums");
    public static readonly DiagnosticDescriptor TwoVersions = Error("KF149", "Two versions",
        "'{0}.{1}' and '{0}.{2}' both have [Version]; keep one");
    public static readonly DiagnosticDescriptor VersionType = Error("KF150", "Version is no integer",
        "'{0}.{1}' is {2} and cannot be a version; declare it as long or int");
    public static readonly DiagnosticDescriptor TwoTimesToLive = Error("KF151", "Two times to live",
        "'{0}.{1}' and '{0}.{2}' both have [TimeToLive]; keep one");
    public static readonly DiagnosticDescriptor TimeToLiveType = Error("KF152", "Time to live is no time",
        "'{0}.{1}' is {2} and cannot be a time to live; declare it as DateTimeOffset, DateTime, or long or int for seconds since 1970");
    public static readonly DiagnosticDescriptor RequiredIgnored = Error("KF153", "Required property is ignored",
        "'{0}.{1}' is required but has [Ignore], so that no item could be read; remove one of the two");
    public static readonly DiagnosticDescriptor TimesToLiveDiffer = Error("KF154", "Two attributes for time to live",
        "'{0}' keeps its time to live in '{1}', but '{2}' in '{3}'; table '{4}' has one attribute for it: use the same name");
    public static readonly DiagnosticDescriptor IgnoredAndStored = Error("KF155", "Property is both ignored and stored",
        "'{0}.{1}' has [Ignore] and {2}; remove one of the two");
    public static readonly DiagnosticDescriptor EntityNested = Error("KF156", "Entity inside of another type",
        "'{0}.{1}' holds '{2}', which is an entity and so an item of its own; keep its key instead, declare a [Document], or add [Ignore]");
    public static readonly DiagnosticDescriptor VersionCannotBeSet = Error("KF157", "Version cannot be set",
        "'{0}.{1}' is a version that the constructor alone can set, but each write makes an entity with the next one; add init or a private setter");
    public static readonly DiagnosticDescriptor TypeHidden = Error("KF158", "Type is out of reach",
        "'{0}.{1}' needs '{2}', which the generated code cannot name; declare it internal or public");
    public static readonly DiagnosticDescriptor TimeToLiveCannotBeSet = Error("KF159", "Time to live cannot be rounded",
        "'{0}.{1}' is rounded up when it is written, but the constructor alone can set it; add init or a private setter, or remove RoundUp");

    // 160–169: tables
    public static readonly DiagnosticDescriptor TableClass = Error("KF160", "Table's class is not plain",
        "'{0}' {1}, but the base class and the constructors of a table are generated; declare it as a plain partial class");

    // 2xx: indexes
    public static readonly DiagnosticDescriptor UnknownIndex = Error("KF201", "Index is not declared",
        "'{0}' has a key for index '{1}', which table '{2}' does not have; add {3} to '{2}'");
    public static readonly DiagnosticDescriptor IndexSortUnexpected = Error("KF202", "Index has no sort key",
        "Index '{0}' has no sort key, for which the key of '{1}' has a template; remove it, or declare SortKey in the index");
    public static readonly DiagnosticDescriptor IndexSortMissing = Error("KF203", "Index key has no sort key template",
        "Index '{0}' has the sort key '{1}', for which the key of '{2}' has no template; add one, or declare SortKey = null in the index");
    public static readonly DiagnosticDescriptor IncludeNothing = Error("KF204", "INCLUDE projection without attributes",
        "Index '{0}' includes attributes but names none; set NonKeyAttributes, or use IndexProjection.KeysOnly");
    public static readonly DiagnosticDescriptor IncludeUnused = Error("KF205", "Projected attributes without INCLUDE",
        "Index '{0}' has NonKeyAttributes, which only an INCLUDE projection uses; set Projection = IndexProjection.Include, or remove them");
    public static readonly DiagnosticDescriptor TooManyGlobalIndexes = Error("KF206", "Too many global secondary indexes",
        "Table '{0}' has {1} global secondary indexes; DynamoDB allows 20: remove some, or let entities share one");
    public static readonly DiagnosticDescriptor TooManyLocalIndexes = Error("KF207", "Too many local secondary indexes",
        "Table '{0}' has {1} local secondary indexes; DynamoDB allows 5: remove some, or let entities share one");
    public static readonly DiagnosticDescriptor KeyAttributeCount = Error("KF208", "Wrong number of key attributes",
        "Index '{0}' has {1} attributes in its {2} key; DynamoDB allows {3}");
    public static readonly DiagnosticDescriptor IndexNameTaken = Error("KF209", "Two indexes have one name",
        "Table '{0}' has two indexes with the name '{1}'; give one another name");
    public static readonly DiagnosticDescriptor LocalIndexWithoutSortKey = Error("KF210", "Local index on a table without sort key",
        "Table '{0}' has no sort key, so that it cannot have the local secondary index '{1}'; use a global one, or declare a sort key");
    public static readonly DiagnosticDescriptor WrongKindOfIndex = Error("KF211", "Key for the other kind of index",
        "Index '{0}' of '{1}' is {2}; use {3} for its key");
    public static readonly DiagnosticDescriptor IndexKeyTwice = Error("KF212", "Two keys for one index",
        "'{0}' has two keys for index '{1}'; keep one, or declare another index");
    public static readonly DiagnosticDescriptor IndexKeyIncomplete = Error("KF213", "Index key is incomplete",
        "The key of '{0}' for index '{1}' lacks '{2}'; add {3} to the property stored there");
    public static readonly DiagnosticDescriptor MultiAttributeTemplate = Error("KF214", "Template for an index with several key attributes",
        "Index '{0}' has several key attributes, so that the key of '{1}' cannot be a template; use [PartitionKey(Index = \"{0}\")] and "
        + "[SortKey(Index = \"{0}\")] on properties");
    public static readonly DiagnosticDescriptor KeysAndKey = Error("KF215", "Key attributes declared twice",
        "Index '{0}' sets both {1} and {1}s; keep one");
    public static readonly DiagnosticDescriptor KeyAttributeTwice = Error("KF216", "A key attribute is named twice",
        "{0} has '{1}' twice in its key; a key attribute is there once: name another");
    public static readonly DiagnosticDescriptor ProjectedTwice = Error("KF217", "Attribute is projected twice",
        "Index '{0}' includes '{1}' twice; DynamoDB allows each once: remove one");
    public static readonly DiagnosticDescriptor TooManyProjected = Error("KF218", "Too many projected attributes",
        "The indexes of table '{0}' include {1} attributes; DynamoDB allows 100 in all: use IndexProjection.All, or include fewer");
    public static readonly DiagnosticDescriptor ProjectedUnknown = Warning("KF219", "Projected attribute is not stored",
        "Index '{0}' includes '{1}', which no entity in the index stores; name an attribute, as items have it, or remove it");
    public static readonly DiagnosticDescriptor IndexIdentifierTaken = Error("KF220", "Two indexes have one name in code",
        "The indexes '{0}' and '{1}' of table '{2}' are both '{3}' in the generated code; give one another name");

    // 3xx: queries
    public static readonly DiagnosticDescriptor MethodNameTaken = Error("KF301", "Two members of an entity set have one name",
        "'{0}' has {1} as '{2}', which is already {3}; set another Name");
    public static readonly DiagnosticDescriptor NotAnIdentifier = Error("KF302", "Name is no identifier",
        "'{0}' names {1} of the generated code and is no C# identifier; use letters, digits and '_'");
    public static readonly DiagnosticDescriptor CollectionOfOthers = Error("KF303", "Item collection of another table's type",
        "Collection '{0}' holds '{1}', which is no entity of table '{2}'; add [Entity<{2}>(\"…\")] to '{1}', or remove it");
    public static readonly DiagnosticDescriptor CollectionPartitionsDiffer = Error("KF304", "Item collection over different partition keys",
        "Collection '{0}' cannot be read with one query: the partition key of '{1}' is {2}, that of '{3}' is {4}; make them the same but for "
        + "property names");
    public static readonly DiagnosticDescriptor TableMemberTaken = Error("KF305", "Two members of a table have one name",
        "'{0}' of table '{1}' is both {2} and {3}; give one another name");
    public static readonly DiagnosticDescriptor CollectionEmpty = Error("KF306", "Item collection without entities",
        "Collection '{0}' has no entity types; name them, or remove it");
    public static readonly DiagnosticDescriptor CollectionKeyMissing = Error("KF307", "Entity has no key for the collection's index",
        "Collection '{0}' reads index '{1}', for which '{2}' has no key; add one, or remove '{2}' from the collection");
    public static readonly DiagnosticDescriptor CollectionTwice = Error("KF308", "Entity is in a collection twice",
        "Collection '{0}' holds '{1}' twice; remove one");
    public static readonly DiagnosticDescriptor GeneratedNameTaken = Error("KF309", "Generated type's name is taken",
        "The type '{0}' is generated for '{1}', but there is {2} of that name; rename that one");
    public static readonly DiagnosticDescriptor CollectionMemberTaken = Error("KF310", "Two members of a collection have one name",
        "Collection '{0}' has '{1}' for {2} and for '{3}'; give another name to the class or to its set");
    public static readonly DiagnosticDescriptor MemberNameTaken = Error("KF311", "Property has the name of a generated member",
        "'{0}.{1}' would be a member of the generated '{2}', which has another '{1}'; rename it, and keep its attribute by [Attribute(\"{3}\")]");
    public static readonly DiagnosticDescriptor CollectionTypeMissing = Error("KF312", "Entity in a collection does not say its type",
        "Collection '{0}' holds '{1}', whose items cannot be told from others, since table '{2}' has no type attribute; declare [Table(…, "
        + "TypeAttribute = \"_type\")]");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Declared.ToImmutable();

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity)
    {
        string page = $"https://github.com/keyfold/keyfold/blob/main/generators/docs/{id}.md";
        var descriptor = new DiagnosticDescriptor(id, title, message, "Keyfold", severity, isEnabledByDefault: true, helpLinkUri: page);
        Declared.Add(descriptor);
        return descriptor;
    }
}
