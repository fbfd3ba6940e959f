using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>The members of an action of a transaction.</summary>
internal sealed class TransactMembers
{
    private readonly ExpressionMembers _expressions;
    private readonly string _shape;
    private string? _tableName;
    private ReturnOptions _return;

    private TransactMembers(string shape, ExpressionKinds expressions)
    {
        _shape = shape;
        _expressions = new ExpressionMembers(expressions);
    }

    public string TableName => TableNames.Resolve(_tableName!);

    /// <summary>The item of a put, the key of any other action.</summary>
    public EncodedMember Item { get; private set; }

    public bool HasKey => _shape != "Put";

    public bool ItemOnFailure => _return.ItemOnFailure;

    public ProjectionExpression? Projection { get; private set; }

    public Condition? Condition { get; private set; }

    public UpdateExpression? Update { get; private set; }

    /// <summary>Reads an action.</summary>
    /// <param name="reader">The reader at its member.</param>
    /// <param name="shape">Its name in the service's model.</param>
    /// <param name="expressions">The expressions it knows.</param>
    public static TransactMembers? Read(ref RequestReader reader, string shape, ExpressionKinds expressions)
    {
        if (!reader.BeginStructure(shape))
        {
            return null;
        }

        TransactMembers members = new(shape, expressions);
        while (reader.NextMember())
        {
            if (reader.Is("TableName"u8))
            {
                members._tableName = reader.ReadString();
            }
            else if (reader.Is(members.HasKey ? "Key"u8 : "Item"u8))
            {
                members.Item = reader.ReadItem();
            }
            else if (!members._expressions.TryRead(ref reader)
                && !(shape != "Get" && members._return.TryReadOnFailure(ref reader)))
            {
                reader.Skip();
            }
        }

        return members;
    }

    /// <summary>Checks what the service's model says.</summary>
    /// <param name="constraints">Takes the breaches.</param>
    /// <param name="prefix">The path of the action, with its dot.</param>
    public void Constrain(Constraints constraints, string prefix)
    {
        constraints.TableName(_tableName, $"{prefix}tableName");
        constraints.Required(Item.IsPresent, prefix + (HasKey ? "key" : "item"));
        _return.Constrain(constraints, prefix);
        if (_shape == "ConditionCheck")
        {
            constraints.Required(_expressions.Condition is not null, $"{prefix}conditionExpression");
        }

        if (_shape == "Update")
        {
            constraints.Required(_expressions.Update is not null, $"{prefix}updateExpression");
        }
    }

    /// <summary>Checks all that can be checked without the table, and makes the trees.</summary>
    /// <exception cref="StorageException">The first thing that is wrong, in DynamoDB's order.</exception>
    public void Validate()
    {
        _expressions.CheckPlaceholdersAreUsable();
        Item.RequireValid();
        if (!HasKey && new EncodedItem(Item.Bytes.Span).Size > Limits.ItemBytesMax)
        {
            throw StorageErrors.ItemTooLarge();
        }

        _expressions.CheckPlaceholders();
        Update = _expressions.ParseUpdate();
        Condition = _expressions.ParseCondition();
        Projection = _expressions.ParseProjection();
        _expressions.RequireAllUsed();
    }
}
