using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;

namespace Keyfold.Generator.Emit;

/// <summary>The parameters of a method that takes the parts of a key: one for each property.</summary>
internal sealed class KeyParameters
{
    private readonly List<(KeyPartModel Part, string Name)> _all = [];

    /// <summary>Names the parameters.</summary>
    /// <param name="parts">The parts of the key; a property that is there twice is one parameter.</param>
    /// <param name="taken">The names of the method's other parameters and locals.</param>
    public KeyParameters(IEnumerable<KeyPartModel> parts, params string[] taken)
    {
        var names = new LocalNames(taken);
        foreach (KeyPartModel part in parts)
        {
            if (!_all.Exists(other => other.Part.Property == part.Property))
            {
                _all.Add((part, names.Free(Names.Parameter(part.Property))));
            }
        }
    }

    public IEnumerable<KeyPartModel> Parts => _all.Select(parameter => parameter.Part);

    /// <summary>The parameters as they are declared: <c>string id, global::System.DateTime date</c>.</summary>
    public string Declaration => string.Join(", ", _all.Select(parameter => $"{parameter.Part.Value.Type} {parameter.Name}"));

    /// <summary>The same, with a comma if more follow.</summary>
    public string DeclarationAndMore => _all.Count == 0 ? "" : Declaration + ", ";

    /// <summary>The parameters as arguments of a method with the same parameters.</summary>
    public string Arguments => string.Join(", ", _all.Select(parameter => parameter.Name));

    public string Of(KeyPartModel part) => _all.Find(parameter => parameter.Part.Property == part.Property).Name;

    /// <summary>The arguments of a method that takes the parts of one attribute.</summary>
    public string ArgumentsFor(KeyAttributeModel attribute) => string.Join(", ", new KeyParameters(attribute.Parts).Parts.Select(Of));
}
