namespace Keyfold;

/// <summary>
/// A value that cannot be part of a key: it contains the separator behind it, does not come back equal from its format, is empty, too long, or wider than
/// its padding. Nothing was sent.
/// </summary>
public sealed class KeyException : KeyfoldException
{
    private KeyException(string message, string entityName, string? propertyName, string template)
        : base(message)
    {
        EntityName = entityName;
        PropertyName = propertyName;
        Template = template;
    }

    /// <summary>The entity.</summary>
    public string EntityName { get; }

    /// <summary>The property, or null if the key as a whole is refused.</summary>
    public string? PropertyName { get; }

    /// <summary>The key attribute and its template, as <c>SK = "INVOICE#{Number}"</c>.</summary>
    public string Template { get; }

    internal static KeyException ForPart(string entityName, string property, string template, string problem) =>
        new($"{entityName}.{property} cannot be part of the key {template}: {problem}", entityName, property, template);

    internal static KeyException ForKey(string entityName, string template, string problem) =>
        new($"The key {template} of {entityName} {problem}.", entityName, null, template);
}
