using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Keyfold.CodeFixes;

/// <summary>The edits that repairs are made of.</summary>
internal static class Edit
{
    public static SourceEdit MakePartial(TypeDeclarationSyntax declaration) => Insert(declaration.SyntaxTree, declaration.Keyword.SpanStart, "partial ");

    public static SourceEdit Insert(SyntaxTree tree, int position, string text) => Replace(tree, new TextSpan(position, 0), text);

    public static SourceEdit Replace(SyntaxNode node, string text) => Replace(node.SyntaxTree, node.Span, text);

    public static SourceEdit Replace(SyntaxTree tree, TextSpan span, string text) => new(tree, new TextChange(span, text));

    /// <summary>Removes a modifier and the white space after it.</summary>
    public static SourceEdit Remove(SyntaxToken modifier) =>
        Replace(modifier.SyntaxTree!, TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), "");

    /// <summary>
    /// Adds an annotation to a type, a property or a record's parameter: on a line of its own before a type, before the first word of anything else.
    /// </summary>
    /// <param name="declaration">What gets it.</param>
    /// <param name="annotation">The annotation without brackets, as it is written where <c>Keyfold</c> is used.</param>
    /// <param name="model">Some model of the project.</param>
    public static SourceEdit Annotate(SyntaxNode declaration, string annotation, SemanticModel model)
    {
        SyntaxToken first = declaration switch
        {
            MemberDeclarationSyntax member => member.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? member.GetFirstToken(),
            ParameterSyntax parameter => parameter.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? parameter.GetFirstToken(),
            _ => declaration.GetFirstToken(),
        };
        string qualified = Qualify(annotation, declaration, model);
        if (declaration is ParameterSyntax)
        {
            return Insert(declaration.SyntaxTree, first.SpanStart, $"[property: {qualified}] ");
        }

        TextLine line = declaration.SyntaxTree.GetText().Lines.GetLineFromPosition(first.SpanStart);
        string indentation = line.ToString().Substring(0, first.SpanStart - line.Start);
        bool startsLine = string.IsNullOrWhiteSpace(indentation);
        return Insert(
            declaration.SyntaxTree,
            first.SpanStart,
            $"[{qualified}]" + (declaration is TypeDeclarationSyntax && startsLine ? LineBreak(line) + indentation : " "));
    }

    /// <summary>Removes an annotation with its brackets, and with its line if nothing else stands there.</summary>
    public static SourceEdit Remove(AttributeSyntax annotation)
    {
        var list = (AttributeListSyntax)annotation.Parent!;
        if (list.Attributes.Count > 1)
        {
            return RemoveFrom(list.Attributes, annotation);
        }

        TextLine line = list.SyntaxTree.GetText().Lines.GetLineFromPosition(list.SpanStart);
        bool isAlone = string.IsNullOrWhiteSpace(line.ToString().Replace(list.ToString(), ""));
        return isAlone
            ? Replace(list.SyntaxTree, line.SpanIncludingLineBreak, "")
            : Replace(list.SyntaxTree, TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), "");
    }

    /// <summary>Removes an argument of an annotation, and with the last one the parentheses.</summary>
    public static SourceEdit Remove(AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        return list.Arguments.Count > 1 ? RemoveFrom(list.Arguments, argument) : Replace(list, "");
    }

    /// <summary>Sets an argument like <c>Name = …</c> of an annotation.</summary>
    public static SourceEdit SetArgument(AttributeSyntax annotation, string name, string value)
    {
        string text = $"{name} = {value}";
        if (annotation.ArgumentList is not { } list)
        {
            return Insert(annotation.SyntaxTree, annotation.Span.End, $"({text})");
        }

        AttributeArgumentSyntax? existing = list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
        return existing is not null
            ? Replace(existing, text)
            : Insert(annotation.SyntaxTree, list.CloseParenToken.SpanStart, list.Arguments.Count > 0 ? ", " + text : text);
    }

    private static SourceEdit RemoveFrom<T>(SeparatedSyntaxList<T> list, T node)
        where T : SyntaxNode
    {
        int index = list.IndexOf(node);
        TextSpan span = index > 0
            ? TextSpan.FromBounds(list[index - 1].Span.End, node.Span.End)
            : TextSpan.FromBounds(node.SpanStart, list[index + 1].SpanStart);
        return Replace(node.SyntaxTree, span, "");
    }

    /// <summary>Writes a name of the <c>Keyfold</c> namespace as it must be written at a place of some file of the project.</summary>
    public static string Qualify(string name, SyntaxNode place, SemanticModel model)
    {
        bool isInScope = model.Compilation.GetSemanticModel(place.SyntaxTree)
            .LookupNamespacesAndTypes(place.SpanStart, name: "TableAttribute")
            .Any(symbol => symbol.ContainingNamespace is { Name: "Keyfold", ContainingNamespace.IsGlobalNamespace: true });
        return isInScope ? name : "Keyfold." + name;
    }

    /// <summary>An annotation as messages name it: <c>[Entity]</c>.</summary>
    public static string Written(AttributeSyntax annotation)
    {
        const string Suffix = "Attribute";
        string text = (annotation.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax aliased => aliased.Name,
            var simple => (SimpleNameSyntax)simple,
        }).Identifier.ValueText;
        bool isLong = text.EndsWith(Suffix, StringComparison.Ordinal) && text.Length > Suffix.Length;
        return "[" + (isLong ? text.Substring(0, text.Length - Suffix.Length) : text) + "]";
    }

    private static string LineBreak(TextLine line) => line.EndIncludingLineBreak > line.End
        ? line.Text!.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))
        : "\n";
}
