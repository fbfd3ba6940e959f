using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Keyfold.CodeFixes;

/// <summary>Gives a property with <c>{ get; }</c> an <c>init</c>, so that it can be set when an item is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeSettable() : RepairProvider("KF145", "KF157", "KF159")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake.Property is { AccessorList.Accessors: [{ Body: null, ExpressionBody: null } getter] })
        {
            yield return new Repair("Add init", "Add init", Edit.Insert(getter.SyntaxTree, getter.Span.End, " init;"));
        }
    }
}
