using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Keys in the words of documentation comments.</summary>
internal static class Doc
{
    /// <summary>A whole key: <c>PK = "CUSTOMER#{Id}"</c>, <c>SK = "PROFILE"</c>; of a key that is a property, the attribute alone.</summary>
    public static string Key(KeyModel key) => Attributes(key.Attributes);

    public static string Attributes(IEnumerable<KeyAttributeModel> attributes) => string.Join(", ", attributes.Select(Attribute));

    private static string Attribute(KeyAttributeModel attribute) => attribute.IsPlain
        ? $"<c>{Literals.Xml(attribute.Name)}</c>"
        : $"<c>{Literals.Xml(attribute.Name)} = \"{Literals.Xml(KeyText.Of(attribute))}\"</c>";
}
