using System.Globalization;
using Keyfold.Items;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>A statement with what belongs to it: the members that ExecuteStatement, a batch's and a transaction's elements have in common.</summary>
internal sealed class StatementMembers
{
    private const int TextCharactersMax = 8192;

    private ReturnOptions _return;
    private List<ValueMember>? _parameters;
    private string? _text;

    /// <summary>The statement.</summary>
    public string Text => _text!;

    public bool ConsistentRead { get; private set; }

    public bool ItemOnFailure => _return.ItemOnFailure;

    /// <summary>The values of the question marks.</summary>
    /// <exception cref="Storage.StorageException">One is no attribute value.</exception>
    public List<AttributeValue> Parameters => _parameters?.ConvertAll(parameter => parameter.Value) ?? [];

    /// <summary>Checks the values of the question marks.</summary>
    /// <exception cref="Storage.StorageException">One is no attribute value.</exception>
    public void RequireValidParameters()
    {
        if (_parameters?.Find(parameter => parameter.Error is not null).Error is { } error)
        {
            throw error;
        }
    }

    /// <summary>Reads a list of statements.</summary>
    /// <param name="reader">The reader at the list's member.</param>
    /// <param name="shape">The elements' name in the service's model.</param>
    public static List<StatementMembers>? ReadList(ref RequestReader reader, string shape)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<StatementMembers> statements = [];
        while (reader.NextElement())
        {
            if (reader.BeginStructure(shape, isElement: true))
            {
                StatementMembers statement = new();
                while (reader.NextMember())
                {
                    if (!statement.TryRead(ref reader))
                    {
                        reader.Skip();
                    }
                }

                statements.Add(statement);
            }
        }

        return statements;
    }

    /// <summary>Takes a member, if it is one of a statement.</summary>
    public bool TryRead(ref RequestReader reader)
    {
        if (reader.Is("Statement"u8))
        {
            _text = reader.ReadString();
        }
        else if (reader.Is("Parameters"u8))
        {
            _parameters = ReadParameters(ref reader);
        }
        else if (reader.Is("ConsistentRead"u8))
        {
            ConsistentRead = reader.ReadBoolean() ?? false;
        }
        else
        {
            return _return.TryReadOnFailure(ref reader);
        }

        return true;
    }

    /// <summary>Checks what the service's model says.</summary>
    /// <param name="constraints">Takes the breaches.</param>
    /// <param name="prefix">The path of the structure, with its dot, or empty for the request itself.</param>
    public void Constrain(Constraints constraints, string prefix = "")
    {
        constraints.Required(_text is not null, $"{prefix}statement");
        constraints.Length(_text?.Length ?? 1, _text ?? "", 1, TextCharactersMax, $"{prefix}statement");
        constraints.Length(_parameters?.Count ?? 1, "[]", 1, int.MaxValue, $"{prefix}parameters");
        _return.Constrain(constraints, prefix);
    }

    /// <summary>Checks what the service's model says of a list of statements.</summary>
    public static void Constrain(List<StatementMembers>? statements, int countMax, Constraints constraints, string path)
    {
        constraints.Required(statements is not null, path);
        constraints.Length(statements?.Count ?? 1, statements is [] ? "[]" : "[...]", 1, countMax, path);
        for (int i = 0; i < (statements?.Count ?? 0); i++)
        {
            statements![i].Constrain(constraints, string.Create(CultureInfo.InvariantCulture, $"{path}.{i + 1}.member."));
        }
    }

    private static List<ValueMember>? ReadParameters(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<ValueMember> parameters = [];
        while (reader.NextElement())
        {
            ValueMember parameter = reader.ReadValue();
            parameters.Add(parameter.IsPresent ? parameter : new ValueMember(AttributeValueErrors.Empty()));
        }

        return parameters;
    }
}
