using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// What a parser found wrong. The generator looks at <see cref="HasErrors"/> alone; an analyzer reports <see cref="All"/>. Findings hold symbols and never
/// enter a model.
/// </summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public bool HasErrors { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, Place place, params string[] arguments)
    {
        _all.Add(new Finding(descriptor, place, arguments));
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
    }
}

/// <summary>One mistake: what, where, and what the message says about it.</summary>
internal readonly record struct Finding(DiagnosticDescriptor Descriptor, Place Place, string[] Arguments)
{
    public Diagnostic ToDiagnostic(CancellationToken cancellationToken) =>
        Diagnostic.Create(Descriptor, Place.ToLocation(cancellationToken), Arguments);
}
