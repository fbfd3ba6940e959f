namespace Keyfold;

/// <summary>
/// Makes a partial class, record or struct an entity of a table: its mapper, its keys and its entity set are generated.
/// </summary>
/// <typeparam name="TTable">The table's class, in the same project, with a <see cref="TableAttribute"/>.</typeparam>
/// <param name="name">
/// The entity's name as items keep it in the table's type attribute. It is part of the stored format: renaming the class does not change it.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EntityAttribute<TTable>(string name) : Attribute
    where TTable : class
{
    /// <summary>The entity's name as items keep it.</summary>
    public string Name { get; } = name;

    /// <summary>The name of the entity set, a property of the table; null means the plural of the type's name.</summary>
    public string? Set { get; set; }
}
