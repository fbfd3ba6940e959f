using System.Globalization;
using System.Text;
using Keyfold.Items;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>What a BatchWriteItem does to one table.</summary>
internal sealed class BatchWriteTableMembers(string nameOrArn) : IBatchTableMembers
{
    private const string Shape = "WriteRequest";

    private readonly List<Write> _writes = [];

    public string NameOrArn { get; } = nameOrArn;

    public string TableName => TableNames.Resolve(NameOrArn);

    public int Count => _writes.Count;

    private string Path => $"requestItems.{NameOrArn}.member";

    /// <summary>Reads RequestItems.</summary>
    public static List<BatchWriteTableMembers>? ReadMap(ref RequestReader reader)
    {
        if (!reader.BeginMap($"java.util.List<{SerializationErrors.Model}{Shape}>"))
        {
            return null;
        }

        List<BatchWriteTableMembers> tables = [];
        while (reader.NextMember())
        {
            BatchWriteTableMembers table = new(Encoding.UTF8.GetString(reader.Name().Span));
            bool isList = reader.BeginList();
            while (isList && reader.NextElement())
            {
                if (reader.BeginStructure(Shape, isElement: true))
                {
                    table._writes.Add(ReadWrite(ref reader));
                }
            }

            tables.Add(table);
        }

        return tables;
    }

    public void Constrain(Constraints constraints)
    {
        if (_writes.Count is 0 or > Limits.BatchWriteRequestsMax)
        {
            constraints.Break(
                $"{{{NameOrArn}=[...]}}",
                "requestItems",
                "Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]");
        }

        for (int i = 0; i < _writes.Count; i++)
        {
            Write write = _writes[i];
            string position = (i + 1).ToString(CultureInfo.InvariantCulture);
            constraints.Required(!write.IsPut || write.Item.IsPresent, $"{Path}.{position}.member.putRequest.item");
            constraints.Required(!write.IsDelete || write.Key.IsPresent, $"{Path}.{position}.member.deleteRequest.key");
        }
    }

    public void Validate()
    {
        foreach (Write write in _writes)
        {
            if (write.IsPut == write.IsDelete)
            {
                throw StaticErrors.WriteRequestKinds();
            }
        }

        foreach (Write write in _writes)
        {
            write.Item.RequireValid();
            write.Key.RequireValid();
            if (write.IsPut && new EncodedItem(write.Item.Bytes.Span).Size > Limits.ItemBytesMax)
            {
                throw StorageErrors.ItemTooLarge();
            }
        }
    }

    public BatchWrite[] ToWrites(KeySchema schema) =>
        [.. _writes.Select(write => write.IsPut ? BatchWrite.Put(write.Item.Bytes) : BatchWrite.Delete(KeyReader.Read(write.Key, schema)))];

    private static Write ReadWrite(ref RequestReader reader)
    {
        Write write = default;
        while (reader.NextMember())
        {
            if (reader.Is("PutRequest"u8))
            {
                write.IsPut = reader.BeginStructure("PutRequest");
                write.Item = write.IsPut ? ReadMember(ref reader, "Item"u8) : default;
            }
            else if (reader.Is("DeleteRequest"u8))
            {
                write.IsDelete = reader.BeginStructure("DeleteRequest");
                write.Key = write.IsDelete ? ReadMember(ref reader, "Key"u8) : default;
            }
            else
            {
                reader.Skip();
            }
        }

        return write;
    }

    // the one member of a structure that has no others
    private static EncodedMember ReadMember(ref RequestReader reader, ReadOnlySpan<byte> name)
    {
        EncodedMember member = default;
        while (reader.NextMember())
        {
            if (reader.Is(name))
            {
                member = reader.ReadItem();
            }
            else
            {
                reader.Skip();
            }
        }

        return member;
    }

    private struct Write
    {
        public bool IsPut;
        public bool IsDelete;
        public EncodedMember Item;
        public EncodedMember Key;
    }
}
