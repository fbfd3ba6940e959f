using System.Text;
using Keyfold.Items;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Legacy;

/// <summary>An entry of Expected, QueryFilter, ScanFilter or KeyConditions: what DynamoDB had before it had expressions.</summary>
internal sealed class LegacyCondition(string attributeName)
{
    private readonly List<ValueMember> _values = [];

    /// <summary>The attribute's literal name.</summary>
    public string AttributeName { get; } = attributeName;

    /// <summary>Whether there is null where the condition should be.</summary>
    public bool IsNull { get; private init; }

    /// <summary>The operator's name, or null.</summary>
    public string? Operator { get; private set; }

    /// <summary>Of Expected: whether the attribute must exist, or null.</summary>
    public bool? Exists { get; private set; }

    /// <summary>Of Expected: the one value.</summary>
    public ValueMember Value { get; private set; }

    /// <summary>Whether there is a list of values.</summary>
    public bool HasList { get; private set; }

    /// <summary>The operator's values.</summary>
    public AttributeValue[] Arguments => [.. Value.IsPresent ? [Value.Value] : _values.Select(value => value.Value)];

    /// <summary>Reads a map of conditions.</summary>
    /// <param name="reader">The reader at the member.</param>
    /// <param name="shape">The conditions' type in the service's model: Condition or ExpectedAttributeValue.</param>
    public static List<LegacyCondition>? ReadMap(ref RequestReader reader, string shape)
    {
        if (!reader.BeginMap(SerializationErrors.Model + shape))
        {
            return null;
        }

        List<LegacyCondition> conditions = [];
        while (reader.NextMember())
        {
            string name = Encoding.UTF8.GetString(reader.Name().Span);
            if (reader.BeginStructure(shape, isElement: true))
            {
                LegacyCondition condition = new(name);
                condition.Read(ref reader, isExpected: shape == "ExpectedAttributeValue");
                conditions.Add(condition);
            }
            else
            {
                conditions.Add(new LegacyCondition(name) { IsNull = true });
            }
        }

        return conditions;
    }

    /// <summary>Checks what the service's model says.</summary>
    public void Constrain(Constraints constraints, string map, bool operatorRequired)
    {
        string path = $"{map}.{AttributeName}.member.comparisonOperator";
        if (operatorRequired && !IsNull)
        {
            constraints.Required(Operator is not null, path);
        }

        constraints.OneOf(Operator, Constraints.ComparisonOperator, path);
    }

    /// <summary>Checks the values themselves.</summary>
    /// <exception cref="StorageException">Something is wrong with one.</exception>
    public void RequireValidValues()
    {
        if ((Value.Error ?? _values.Find(value => value.Error is not null).Error) is { } error)
        {
            throw error;
        }
    }

    private void Read(ref RequestReader reader, bool isExpected)
    {
        while (reader.NextMember())
        {
            if (reader.Is("ComparisonOperator"u8))
            {
                Operator = reader.ReadString();
            }
            else if (isExpected && reader.Is("Exists"u8))
            {
                Exists = reader.ReadBoolean();
            }
            else if (isExpected && reader.Is("Value"u8))
            {
                Value = reader.ReadValue();
            }
            else if (reader.Is("AttributeValueList"u8))
            {
                ReadList(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadList(ref RequestReader reader)
    {
        HasList = reader.BeginList();
        while (HasList && reader.NextElement())
        {
            _values.Add(reader.ReadValue());
        }
    }
}
