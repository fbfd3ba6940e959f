namespace Keyfold.Engine.Trees;

/// <summary>Arrays and slots with one value more or one less.</summary>
internal static class Spliced
{
    public static T[] Insert<T>(T[] source, int index, T value)
    {
        T[] copy = new T[source.Length + 1];
        Array.Copy(source, copy, index);
        copy[index] = value;
        Array.Copy(source, index, copy, index + 1, source.Length - index);
        return copy;
    }

    public static T[] Remove<T>(T[] source, int index)
    {
        T[] copy = new T[source.Length - 1];
        Array.Copy(source, copy, index);
        Array.Copy(source, index + 1, copy, index, copy.Length - index);
        return copy;
    }

    /// <summary>Inserts into slots of which so many are taken, and at least one more is there.</summary>
    public static void Insert<T>(Span<T> slots, int taken, int index, T value)
    {
        slots[index..taken].CopyTo(slots[(index + 1)..]);
        slots[index] = value;
    }

    /// <summary>Removes from slots of which so many are taken; the last of them becomes empty.</summary>
    public static void Remove<T>(Span<T> slots, int taken, int index)
    {
        slots[(index + 1)..taken].CopyTo(slots[index..]);
        slots[taken - 1] = default!;
    }
}
