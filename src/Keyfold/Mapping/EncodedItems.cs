using System.Runtime.CompilerServices;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Mapping;

/// <summary>Goes from entities to encoded items and back, in the encoding that a backend speaks.</summary>
internal static class EncodedItems
{
    /// <summary>Encodes an entity to an array of its own, for requests that keep it longer than a call.</summary>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    public static byte[] Encode<TEntity>(ItemEncoding encoding, TEntity entity)
        where TEntity : notnull, IEntity<TEntity> => encoding == ItemEncoding.Binary ? EncodeBinary(entity) : EncodeJson(entity);

    /// <summary>Writes an entity as an item.</summary>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    public static void Write<TWriter, TEntity>(ref TWriter writer, TEntity entity)
        where TWriter : struct, IItemWriter, allows ref struct
        where TEntity : notnull, IEntity<TEntity>
    {
        ArgumentNullException.ThrowIfNull(entity);
        try
        {
            writer.BeginItem();
            TEntity.Write(ref writer, entity);
            writer.EndItem();
        }
        catch (Exception error) when (MappingPath.AddOfWriter(error, error is ItemFormatException format ? format.Path : writer.Path) && MappingFailure.Is(error))
        {
            throw MappingFailure.OfWriting(entity, error);
        }
    }

    /// <summary>Reads an item as an entity.</summary>
    /// <exception cref="EntityMappingException">The item does not fit the class.</exception>
    public static TEntity Read<TEntity>(IStorageBackend backend, ReadOnlyMemory<byte> item)
        where TEntity : notnull, IEntity<TEntity>
    {
        try
        {
            if (backend.Encoding == ItemEncoding.Binary)
            {
                var reader = new BinaryItemReader(item.Span);
                reader.BeginItem();
                return TEntity.Read(ref reader);
            }

            return ReadJson<TEntity>(item.Span);
        }
        catch (Exception error) when (MappingFailure.Is(error))
        {
            throw MappingFailure.OfReading(TEntity.Model, backend.Encoding, item, error);
        }
    }

    /// <summary>Finds an item's type attribute. Empty if there is none, or it is no string.</summary>
    public static ReadOnlySpan<byte> TypeOf(IStorageBackend backend, ReadOnlyMemory<byte> item, ReadOnlySpan<byte> utf8TypeAttribute)
    {
        if (backend.Encoding == ItemEncoding.Binary)
        {
            var encoded = new EncodedItem(item.Span);
            return encoded.TryFind(utf8TypeAttribute, out EncodedValue type) && type.Type == AttributeType.String ? type.AsUtf8() : default;
        }

        return TypeOfJson(item.Span, utf8TypeAttribute);
    }

    /// <summary>Encodes an entity as JSON for a request that is answered later.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="item">Its item.</param>
    /// <returns>What the item lies in, to be disposed of when the request has been answered.</returns>
    /// <exception cref="EntityMappingException">A property cannot be stored.</exception>
    public static IDisposable RentJson<TEntity>(TEntity entity, out ReadOnlyMemory<byte> item)
        where TEntity : notnull, IEntity<TEntity>
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            Write(ref writer, entity);
            return writer.Detach(out item);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Encodes an entity behind what a buffer has.</summary>
    /// <exception cref="EntityMappingException">A property cannot be stored. The buffer has what it had.</exception>
    public static void Append<TEntity>(ItemEncoding encoding, TEntity entity, PooledBuffer destination)
        where TEntity : notnull, IEntity<TEntity>
    {
        if (encoding == ItemEncoding.Binary)
        {
            BinaryItemWriter writer = BinaryItemWriter.Rent(destination);
            WriteAndDispose(ref writer, entity);
        }
        else
        {
            JsonItemWriter writer = JsonItemWriter.Rent(destination);
            WriteAndDispose(ref writer, entity);
        }
    }

    private static void WriteAndDispose<TWriter, TEntity>(ref TWriter writer, TEntity entity)
        where TWriter : struct, IItemWriter, IDisposable, allows ref struct
        where TEntity : notnull, IEntity<TEntity>
    {
        try
        {
            Write(ref writer, entity);
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static byte[] EncodeBinary<TEntity>(TEntity entity)
        where TEntity : notnull, IEntity<TEntity>
    {
        BinaryItemWriter writer = BinaryItemWriter.Rent();
        try
        {
            Write(ref writer, entity);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static byte[] EncodeJson<TEntity>(TEntity entity)
        where TEntity : notnull, IEntity<TEntity>
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            Write(ref writer, entity);
            return writer.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    // apart, so that the larger readers take no stack where items are binary
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TEntity ReadJson<TEntity>(ReadOnlySpan<byte> item)
        where TEntity : notnull, IEntity<TEntity>
    {
        if (IsCompact(item))
        {
            try
            {
                var compact = new CompactJsonItemReader(item);
                compact.BeginItem();
                return TEntity.Read(ref compact);
            }
            catch (Exception error) when (MappingFailure.Is(error))
            {
                // unusual or wrong: the general reader tells which
            }
        }

        var reader = new JsonItemReader(item);
        reader.BeginItem();
        return TEntity.Read(ref reader);
    }

    private static ReadOnlySpan<byte> TypeOfJson(ReadOnlySpan<byte> item, ReadOnlySpan<byte> utf8TypeAttribute)
    {
        if (IsCompact(item))
        {
            try
            {
                var compact = new CompactJsonItemReader(item);
                return FindText(compact, utf8TypeAttribute);
            }
            catch (ItemFormatException)
            {
                // as above
            }
        }

        var reader = new JsonItemReader(item);
        return FindText(reader, utf8TypeAttribute);
    }

    private static ReadOnlySpan<byte> FindText<TReader>(TReader reader, scoped ReadOnlySpan<byte> utf8Attribute)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginItem();
        while (reader.NextName(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual(utf8Attribute))
            {
                return reader.TryGetUtf8(out ReadOnlySpan<byte> text) ? text : default;
            }

            reader.Skip();
        }

        return default;
    }

    // a service that writes blanks writes them from the beginning
    private static bool IsCompact(ReadOnlySpan<byte> item) => item.StartsWith("{\""u8);
}
