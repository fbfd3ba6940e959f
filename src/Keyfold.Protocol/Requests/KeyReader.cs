using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Requests;

/// <summary>Makes the key of a request the key of the backend.</summary>
internal static class KeyReader
{
    private const int StackBytes = 512;

    /// <summary>Checks a key's attributes against the schema and encodes them.</summary>
    /// <exception cref="StorageException">There are other attributes, of other types, or they are empty or too long.</exception>
    public static ItemKey Read(in EncodedMember key, KeySchema schema)
    {
        EncodedMap attributes = new EncodedItem(key.Bytes.Span).Attributes;
        KeyAttribute partition = schema.Partition[0];
        KeyAttribute? sort = schema.HasSort ? schema.Sort[0] : null;
        if (attributes.Count != (sort is null ? 1 : 2))
        {
            throw StorageErrors.KeySchemaMismatch();
        }

        EncodedValue partitionValue = Find(attributes, partition);
        EncodedValue sortValue = sort is null ? default : Find(attributes, sort);
        RequireContent(partitionValue, partition);
        if (sort is not null)
        {
            RequireContent(sortValue, sort);
        }

        KeyWriter writer = new(stackalloc byte[StackBytes]);
        try
        {
            writer.Partition();
            writer.Value(partitionValue);
            if (sort is not null)
            {
                writer.Sort();
                writer.Value(sortValue);
            }

            CheckLengths(in writer, partition, sort);
            return writer.ToKey();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static EncodedValue Find(EncodedMap attributes, KeyAttribute attribute)
    {
        Span<byte> name = stackalloc byte[Limits.KeyAttributeNameBytesMax];
        name = name[..System.Text.Encoding.UTF8.GetBytes(attribute.Name, name)];
        return attributes.TryFind(name, out EncodedValue value) && value.Type == attribute.Type ? value : throw StorageErrors.KeySchemaMismatch();
    }

    private static void RequireContent(EncodedValue value, KeyAttribute attribute)
    {
        bool isEmpty = value.Type switch
        {
            AttributeType.String => value.AsUtf8().IsEmpty,
            AttributeType.Binary => value.AsBinary().IsEmpty,
            _ => false,
        };
        if (isEmpty)
        {
            throw StorageErrors.KeyEmpty(attribute.Name, value.Type == AttributeType.Binary);
        }
    }

    private static void CheckLengths(in KeyWriter writer, KeyAttribute partition, KeyAttribute? sort)
    {
        if (partition.Type != AttributeType.Number && writer.PartitionBytes.Length > Limits.PartitionKeyBytesMax)
        {
            throw StorageErrors.PartitionKeyTooLong();
        }

        if (sort is not null && sort.Type != AttributeType.Number && writer.SortBytes.Length > Limits.SortKeyBytesMax)
        {
            throw StorageErrors.SortKeyTooLong();
        }
    }
}
