namespace Keyfold;

/// <summary>
/// Makes a partial class, record or struct a document: a type that is stored as a map inside of an entity, or of another document.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DocumentAttribute : Attribute;
