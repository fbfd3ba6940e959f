namespace Keyfold.Engine.Trees;

/// <summary>Copies of arrays with a part changed.</summary>
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

    public static T[] Replace<T>(T[] source, int index, T value)
    {
        T[] copy = new T[source.Length];
        Array.Copy(source, copy, source.Length);
        copy[index] = value;
        return copy;
    }
}
