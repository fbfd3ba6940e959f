using System.ComponentModel;
using System.Text;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A dictionary with strings as keys, as a map. An empty key is refused, since DynamoDB has no empty names.</summary>
/// <typeparam name="TDictionary"><see cref="Dictionary{TKey, TValue}"/> or an interface that it implements.</typeparam>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DictionaryCodec<TDictionary, T, TCodec> : ICodec<TDictionary>
    where TDictionary : class, IEnumerable<KeyValuePair<string, T>>
    where TCodec : ICodec<T>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, TDictionary value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            MappingFault.NullValue();
        }

        writer.BeginMap();

        // the class itself enumerates without a box
        if (value is Dictionary<string, T> dictionary)
        {
            foreach ((string key, T element) in dictionary)
            {
                writer.Name(key.AsSpan());
                TCodec.Write(ref writer, element);
            }
        }
        else
        {
            foreach ((string key, T element) in value)
            {
                writer.Name(key.AsSpan());
                TCodec.Write(ref writer, element);
            }
        }

        writer.EndMap();
    }

    /// <inheritdoc/>
    public static TDictionary Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginMap();
        var dictionary = new Dictionary<string, T>(StringComparer.Ordinal);
        ReadOnlySpan<byte> name = default;
        try
        {
            while (reader.NextName(out name))
            {
                string key = Encoding.UTF8.GetString(name);
                dictionary.Add(key, TCodec.Read(ref reader));
            }
        }
        catch (Exception error) when (MappingPath.Add(error, name))
        {
            throw;
        }

        return (TDictionary)(object)dictionary;
    }
}
