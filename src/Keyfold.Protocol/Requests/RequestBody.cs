using System.Text.Json;

namespace Keyfold.Protocol.Requests;

/// <summary>Reads the members of one operation's request from the object that the reader is in.</summary>
internal delegate TMembers MembersReader<TMembers>(ref RequestReader reader);

/// <summary>Reads whole bodies.</summary>
internal static class RequestBody
{
    /// <summary>Reads nothing of a body but whether it is JSON.</summary>
    public static bool Skip(ref RequestReader reader) => true;

    /// <summary>Reads a body to its end.</summary>
    /// <exception cref="SerializationException">It is not JSON, or the first member that has a wrong type.</exception>
    public static TMembers Read<TMembers>(ReadOnlyMemory<byte> body, RequestMemory memory, MembersReader<TMembers> read)
    {
        try
        {
            RequestReader reader = new(body, memory);
            try
            {
                TMembers members = read(ref reader);
                reader.ReadToEnd();
                return members;
            }
            catch (SerializationException)
            {
                // bad JSON behind it comes first
                reader.ReadToEnd();
                throw;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // the latter is how the reader reports an escape that is half a surrogate pair
            throw new SerializationException();
        }
    }
}
