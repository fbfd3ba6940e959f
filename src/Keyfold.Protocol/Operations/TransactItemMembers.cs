using System.Globalization;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>An element of TransactItems, which holds one action.</summary>
internal sealed class TransactItemMembers
{
    private const string Path = "transactItems";

    public TransactMembers? Get { get; private set; }

    public TransactMembers? Put { get; private set; }

    public TransactMembers? Update { get; private set; }

    public TransactMembers? Delete { get; private set; }

    public TransactMembers? ConditionCheck { get; private set; }

    /// <summary>The one action.</summary>
    public TransactMembers Action => (Get ?? Put ?? Update ?? Delete ?? ConditionCheck)!;

    /// <summary>Reads TransactItems.</summary>
    public static List<TransactItemMembers>? ReadList(ref RequestReader reader, bool isWrite)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        List<TransactItemMembers> items = [];
        while (reader.NextElement())
        {
            if (reader.BeginStructure(isWrite ? "TransactWriteItem" : "TransactGetItem", isElement: true))
            {
                TransactItemMembers item = new();
                while (reader.NextMember())
                {
                    if (!(isWrite ? item.TryReadWrite(ref reader) : item.TryReadGet(ref reader)))
                    {
                        reader.Skip();
                    }
                }

                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>Checks what the service's model says of all elements.</summary>
    public static void Constrain(List<TransactItemMembers>? items, Constraints constraints, bool isWrite)
    {
        constraints.Required(items is not null, Path);
        constraints.Length(items?.Count ?? 1, items is [] ? "[]" : "[...]", 1, Limits.TransactionActionsMax, Path);
        for (int i = 0; i < (items?.Count ?? 0); i++)
        {
            string element = string.Create(CultureInfo.InvariantCulture, $"{Path}.{i + 1}.member");
            TransactItemMembers item = items![i];
            if (!isWrite)
            {
                constraints.Required(item.Get is not null, $"{element}.get");
            }

            item.Get?.Constrain(constraints, $"{element}.get.");
            item.Put?.Constrain(constraints, $"{element}.put.");
            item.Update?.Constrain(constraints, $"{element}.update.");
            item.Delete?.Constrain(constraints, $"{element}.delete.");
            item.ConditionCheck?.Constrain(constraints, $"{element}.conditionCheck.");
        }
    }

    /// <summary>Checks that a write has one action, and the action itself.</summary>
    /// <exception cref="StorageException">It has none or several, or something is wrong with it.</exception>
    public void ValidateWrite()
    {
        TransactMembers?[] actions = [Put, Update, Delete, ConditionCheck];
        switch (actions.Count(action => action is not null))
        {
            case 0:
                throw StaticErrors.TransactWriteEmpty();
            case 1:
                Action.Validate();
                break;
            default:
                throw StaticErrors.TransactWriteKinds();
        }
    }

    private bool TryReadGet(ref RequestReader reader)
    {
        if (!reader.Is("Get"u8))
        {
            return false;
        }

        Get = TransactMembers.Read(ref reader, "Get", ExpressionKinds.Projection);
        return true;
    }

    private bool TryReadWrite(ref RequestReader reader)
    {
        if (reader.Is("Put"u8))
        {
            Put = TransactMembers.Read(ref reader, "Put", ExpressionKinds.Condition);
        }
        else if (reader.Is("Update"u8))
        {
            Update = TransactMembers.Read(ref reader, "Update", ExpressionKinds.Condition | ExpressionKinds.Update);
        }
        else if (reader.Is("Delete"u8))
        {
            Delete = TransactMembers.Read(ref reader, "Delete", ExpressionKinds.Condition);
        }
        else if (reader.Is("ConditionCheck"u8))
        {
            ConditionCheck = TransactMembers.Read(ref reader, "ConditionCheck", ExpressionKinds.Condition);
        }
        else
        {
            return false;
        }

        return true;
    }
}
