using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.Legacy;

/// <summary>An entry of AttributeUpdates: one top-level attribute, put, added to, or deleted.</summary>
internal sealed class LegacyUpdate(string attributeName)
{
    private const string Shape = "AttributeValueUpdate";

    private string? _action;
    private ValueMember _value;

    /// <summary>Reads AttributeUpdates.</summary>
    public static List<LegacyUpdate>? ReadMap(ref RequestReader reader)
    {
        if (!reader.BeginMap(SerializationErrors.Model + Shape))
        {
            return null;
        }

        List<LegacyUpdate> updates = [];
        while (reader.NextMember())
        {
            LegacyUpdate update = new(System.Text.Encoding.UTF8.GetString(reader.Name().Span));
            if (reader.BeginStructure(Shape, isElement: true))
            {
                update.Read(ref reader);
                updates.Add(update);
            }
        }

        return updates;
    }

    /// <summary>Checks what the service's model says.</summary>
    public void Constrain(Constraints constraints) =>
        constraints.OneOf(_action, Constraints.AttributeAction, $"attributeUpdates.{attributeName}.member.action");

    /// <summary>Checks the value, and that the action takes it.</summary>
    public void RequireValid()
    {
        if (!_value.IsPresent)
        {
            if (_action != "DELETE")
            {
                throw LegacyErrors.UpdateWithoutValue();
            }

            return;
        }

        AttributeType type = _value.Value.Type;
        if (_action == "DELETE" && !type.IsSet())
        {
            throw LegacyErrors.DeleteType(type);
        }

        if (_action == "ADD" && !type.IsSet() && type is not (AttributeType.Number or AttributeType.List))
        {
            throw LegacyErrors.AddType(type);
        }
    }

    /// <summary>The tree of all updates; null for none.</summary>
    public static UpdateExpression? ToTree(List<LegacyUpdate>? updates) =>
        updates is null or [] ? null : new UpdateExpression(Sequence.From(updates.Select(update => update.ToAction())));

    private UpdateAction ToAction()
    {
        DocumentPath path = attributeName;
        return _action switch
        {
            "DELETE" => _value.IsPresent ? new DeleteAction(path, _value.Value) : new RemoveAction(path),
            "ADD" when _value.Value.Type == AttributeType.List => new SetAction(
                path, new ListAppend(new IfNotExists(path, new UpdateValue(AttributeValue.List())), new UpdateValue(_value.Value))),
            "ADD" => new AddAction(path, _value.Value),
            _ => new SetAction(path, new UpdateValue(_value.Value)),
        };
    }

    private void Read(ref RequestReader reader)
    {
        while (reader.NextMember())
        {
            if (reader.Is("Action"u8))
            {
                _action = reader.ReadString();
            }
            else if (reader.Is("Value"u8))
            {
                _value = reader.ReadValue();
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
