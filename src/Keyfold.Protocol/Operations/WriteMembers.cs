using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.Legacy;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>The members of PutItem, UpdateItem and DeleteItem, which differ in the item's member and in who can update.</summary>
internal sealed class WriteMembers
{
    private readonly ExpressionMembers _expressions;
    private readonly LegacyMembers _legacy;
    private readonly bool _isPut;

    private WriteMembers(bool isPut, bool isUpdate)
    {
        _isPut = isPut;
        IsUpdate = isUpdate;
        _expressions = new ExpressionMembers(isUpdate ? ExpressionKinds.Condition | ExpressionKinds.Update : ExpressionKinds.Condition);
        _legacy = new LegacyMembers(isUpdate ? LegacyKinds.Expected | LegacyKinds.AttributeUpdates : LegacyKinds.Expected);
    }

    public string TableName => TableNames.Resolve(_tableName!);

    /// <summary>The item of a put, the key of an update or delete.</summary>
    public EncodedMember Item { get; private set; }

    public ReturnOptions Return;

    public Condition? Condition { get; private set; }

    public UpdateExpression? Update { get; private set; }

    private bool IsUpdate { get; }

    private string? _tableName;

    public static WriteMembers ReadPut(ref RequestReader reader) => Read(ref reader, new WriteMembers(isPut: true, isUpdate: false));

    public static WriteMembers ReadUpdate(ref RequestReader reader) => Read(ref reader, new WriteMembers(isPut: false, isUpdate: true));

    public static WriteMembers ReadDelete(ref RequestReader reader) => Read(ref reader, new WriteMembers(isPut: false, isUpdate: false));

    /// <summary>Checks all that can be checked without the table, and makes the trees.</summary>
    /// <exception cref="StorageException">The first thing that is wrong, in DynamoDB's order.</exception>
    public void Validate()
    {
        Constrain();
        _legacy.CheckNotMixed(_expressions);
        _expressions.CheckPlaceholdersAreUsable();
        Item.RequireValid();
        UpdateExpression? legacyUpdate = _legacy.Update();
        if (!IsUpdate)
        {
            Return.CheckOldOnly();
        }

        if (_isPut && new EncodedItem(Item.Bytes.Span).Size > Limits.ItemBytesMax)
        {
            throw StorageErrors.ItemTooLarge();
        }

        Condition? expected = _legacy.Expected();
        _expressions.CheckPlaceholders();
        Update = _expressions.ParseUpdate() ?? legacyUpdate;
        Condition = _expressions.ParseCondition() ?? expected;
        _expressions.RequireAllUsed();
    }

    private static WriteMembers Read(ref RequestReader reader, WriteMembers members)
    {
        while (reader.NextMember())
        {
            if (reader.Is("TableName"u8))
            {
                members._tableName = reader.ReadString();
            }
            else if (reader.Is(members._isPut ? "Item"u8 : "Key"u8))
            {
                members.Item = reader.ReadItem();
            }
            else if (!members.Return.TryRead(ref reader)
                && !members._expressions.TryRead(ref reader)
                && !members._legacy.TryRead(ref reader))
            {
                reader.Skip();
            }
        }

        return members;
    }

    private void Constrain()
    {
        Constraints constraints = new();
        Return.Constrain(constraints);
        constraints.TableName(_tableName, "tableName");
        constraints.Required(Item.IsPresent, _isPut ? "item" : "key");
        _legacy.Constrain(constraints);
        constraints.ThrowIfBroken();
    }
}
