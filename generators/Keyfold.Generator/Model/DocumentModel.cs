namespace Keyfold.Generator.Model;

/// <summary>A type that writes and reads itself: a document, or the mapped side of an entity.</summary>
/// <param name="Type">The type.</param>
/// <param name="Properties">The stored properties in declaration order, those of base classes first.</param>
/// <param name="ConstructorParameters">The parameters of the constructor that is called, in order.</param>
/// <param name="IsBroken">Whether something was found wrong with it: then it gets no codec.</param>
internal sealed record DocumentModel(
    TypeModel Type,
    EquatableArray<PropertyModel> Properties,
    EquatableArray<ConstructorParameterModel> ConstructorParameters,
    bool IsBroken);

/// <summary>A parameter of a constructor and the property it sets.</summary>
internal sealed record ConstructorParameterModel(string Name, string Property);
