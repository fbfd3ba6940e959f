namespace Keyfold.Generator.Model;

/// <summary>The classes a collection property can have, by what it takes to make one.</summary>
internal enum CollectionKind
{
    None,
    Array,

    /// <summary><c>List&lt;T&gt;</c> and every interface it implements.</summary>
    List,
    ImmutableArray,

    /// <summary><c>Dictionary&lt;string, T&gt;</c> and every interface it implements.</summary>
    Dictionary,

    /// <summary><c>HashSet&lt;T&gt;</c> and every interface it implements.</summary>
    HashSet,
}
