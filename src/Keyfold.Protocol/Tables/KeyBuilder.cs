using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>Makes the keys of one request out of its AttributeDefinitions and KeySchemas, and notes which definitions they use.</summary>
internal sealed class KeyBuilder
{
    private readonly Dictionary<string, AttributeType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <exception cref="StorageException">An attribute is defined twice.</exception>
    public KeyBuilder(IEnumerable<AttributeDefinitionMembers> definitions)
    {
        foreach (AttributeDefinitionMembers definition in definitions)
        {
            AttributeType type = definition.AttributeType switch
            {
                "N" => AttributeType.Number,
                "B" => AttributeType.Binary,
                _ => AttributeType.String,
            };
            if (!_types.TryAdd(definition.AttributeName!, type))
            {
                throw StorageErrors.AttributeDefinedTwice(definition.AttributeName!);
            }
        }
    }

    /// <summary>Whether there is a definition that no key has used so far.</summary>
    public bool HasUnused => _types.Count != _used.Count;

    /// <summary>The names of all definitions, as messages list them.</summary>
    public string Definitions => string.Join(", ", _types.Keys);

    /// <summary>The names of all key attributes so far, as messages list them.</summary>
    public string Used => string.Join(", ", _used);

    /// <summary>A key.</summary>
    /// <param name="elements">Its KeySchema.</param>
    /// <param name="eachMax">How many attributes of each kind it may have.</param>
    /// <exception cref="StorageException">It is no key, or uses what is not defined.</exception>
    public KeySchema Build(List<KeyElementMembers> elements, int eachMax)
    {
        if (elements.Count > _types.Count)
        {
            throw CreateTableErrors.DefinitionsTooFew();
        }

        foreach (KeyElementMembers element in elements)
        {
            if (!_types.ContainsKey(element.AttributeName!))
            {
                throw CreateTableErrors.KeyUndefined(string.Join(", ", elements.Select(each => each.AttributeName)), Definitions);
            }

            _used.Add(element.AttributeName!);
        }

        if (elements is [] || elements[0].KeyType != "HASH")
        {
            throw StorageErrors.FirstKeyNotHash();
        }

        int partitions = elements.TakeWhile(element => element.KeyType == "HASH").Count();
        CheckOrder(elements, partitions, eachMax);
        KeyAttribute[] attributes = [.. elements.Select(element => new KeyAttribute(element.AttributeName!, _types[element.AttributeName!]))];
        return new KeySchema(Sequence.Create<KeyAttribute>(attributes.AsSpan(0, partitions)), Sequence.Create<KeyAttribute>(attributes.AsSpan(partitions)));
    }

    private static void CheckOrder(List<KeyElementMembers> elements, int partitions, int eachMax)
    {
        bool isMixed = elements.Skip(partitions).Any(element => element.KeyType == "HASH");
        if (eachMax == 1 && (partitions > 1 || isMixed))
        {
            throw StorageErrors.SecondKeyNotRange();
        }

        if (isMixed)
        {
            throw CreateTableErrors.HashAfterRange();
        }

        if (partitions > eachMax || elements.Count - partitions > eachMax)
        {
            throw CreateTableErrors.KeyTooLong(partitions > eachMax ? "HASH" : "RANGE");
        }
    }
}
