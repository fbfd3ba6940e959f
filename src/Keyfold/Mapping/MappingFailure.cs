using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Mapping;

/// <summary>Makes the exception a user sees of what went wrong between an entity and its item.</summary>
internal static class MappingFailure
{
    /// <summary>Whether an exception is about mapping: one of ours, or one that came through a property (a converter's, a setter's).</summary>
    public static bool Is(Exception error) =>
        error is MappingFault or ItemFormatException || (error is not KeyfoldException && MappingPath.Of(error).Length > 0);

    public static EntityMappingException OfWriting<TEntity>(TEntity entity, Exception error)
        where TEntity : notnull, IEntity<TEntity>
    {
        EntityModel model = TEntity.Model;
        string path = Path(model, error);
        string? key = null;
        try
        {
            key = KeyDescription.Of(model, TEntity.KeyOf(entity));
        }
        catch (KeyException)
        {
            // the property at fault may be the key's
        }

        string place = path.Length == 0 ? model.Name : $"{model.Name}.{path}";
        string of = key is null ? "" : $" of the entity with {key}";
        return new EntityMappingException($"{place}{of} cannot be stored: it {Problem(error)}", model.Name, path, key, null, error);
    }

    public static EntityMappingException OfReading(EntityModel model, ItemEncoding encoding, ReadOnlyMemory<byte> item, Exception error)
    {
        string path = Path(model, error);
        string place = path.Length == 0 ? model.Name : $"{model.Name}.{path}";
        Item decoded;
        try
        {
            decoded = ItemCodec.Decode(item.Span, encoding);
        }
        catch (ItemFormatException)
        {
            return new EntityMappingException($"An item does not fit {place}: it {Problem(error)}", model.Name, path, null, null, error);
        }

        string key = KeyDescription.Of(model, decoded);
        AttributeValue? stored = Find(decoded, MappingPath.Of(error));
        string found = stored is { } value ? $" The item has {value} there." : "";
        return new EntityMappingException($"The item with {key} does not fit {place}: it {Problem(error)}{found}", model.Name, path, key, stored, error);
    }

    public static EntityMappingException OfUpdating(EntityModel model, ItemKey itemKey, DocumentPath path, ArgumentException error)
    {
        string key = KeyDescription.Of(model, itemKey);
        string property = model.PropertyOf(path.AttributeName) + path.ToString()[path.AttributeName.Length..];
        string problem = error.InnerException is { } cause ? $"it {Problem(cause)}" : error.Message;
        return new EntityMappingException(
            $"{model.Name}.{property} of the entity with {key} cannot be updated: {problem}", model.Name, property, key, null, error);
    }

    private static string Problem(Exception error) => error switch
    {
        MappingFault => error.Message,
        ItemFormatException { Error: ItemFormatError.WrongType } wrong => $"has another type: {wrong.Detail}.",
        ItemFormatException { Error: ItemFormatError.EmptySet } =>
            "is an empty set, which DynamoDB does not have. Use null, or a property that cannot be null, whose empty set is left out.",
        ItemFormatException { Error: ItemFormatError.InvalidText } => "is not valid Unicode: a surrogate has no pair.",
        ItemFormatException format => $"is refused. {format.Message}",
        _ => $"failed with {error.GetType().Name}: {error.Message}",
    };

    private static string Path(EntityModel model, Exception error)
    {
        string path = MappingPath.Of(error);
        int end = path.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? model.PropertyOf(path) : model.PropertyOf(path[..end]) + path[end..];
    }

    /// <summary>The value at a path such as <c>Lines[2].Price</c>; names with dots of their own are not found.</summary>
    private static AttributeValue? Find(Item item, string path)
    {
        AttributeValue current = item;
        foreach (string step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step[0] == '[' && int.TryParse(step.AsSpan(1, step.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && current.Type == AttributeType.List && index < current.AsList().Length)
            {
                current = current.AsList()[index];
            }
            else if (current.Type != AttributeType.Map || !current.AsMap().TryGet(step, out current))
            {
                return null;
            }
        }

        return path.Length == 0 ? (AttributeValue?)null : current;
    }
}
