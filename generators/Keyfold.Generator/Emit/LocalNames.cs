using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;

namespace Keyfold.Generator.Emit;

/// <summary>Names the locals of a method that has one for each property, so that no two are the same.</summary>
/// <param name="taken">The names of the method's other locals and parameters.</param>
internal sealed class LocalNames(params string[] taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    public string Of(PropertyModel property) => Free(Names.Parameter(property.Name));

    public string Free(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
