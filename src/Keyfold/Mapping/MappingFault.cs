using System.Diagnostics.CodeAnalysis;
using System.Text;
using Keyfold.Items;

namespace Keyfold.Mapping;

/// <summary>
/// What a codec found wrong. It does not know the entity, the key or the property: frames on the way up add the path (<see cref="MappingPath"/>), and
/// the operation makes an <see cref="EntityMappingException"/> of it.
/// </summary>
internal sealed class MappingFault(string problem) : Exception(problem)
{
    [DoesNotReturn]
    public static void NullValue() => throw new MappingFault("is null, which its type does not allow. Set it, or make its type nullable.");

    [DoesNotReturn]
    public static void DoesNotFit<T>(in Number number) =>
        throw new MappingFault($"is {number} in the item, which {typeof(T).Name} cannot hold exactly. Use a wider type.");

    [DoesNotReturn]
    public static void NotANumber<T>(T value, NumberError error) =>
        throw new MappingFault(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"is {value}, which is no number of DynamoDB's: {Describe(error)}."));

    [DoesNotReturn]
    public static void NotText<T>(ReadOnlySpan<byte> utf8, string form) =>
        throw new MappingFault($"is \"{Encoding.UTF8.GetString(utf8)}\" in the item, which is no {typeof(T).Name}. Expected: {form}.");

    private static string Describe(NumberError error) => error switch
    {
        NumberError.Overflow => "its magnitude is 1E+126 or more",
        NumberError.Underflow => "its magnitude is below 1E-130",
        NumberError.TooManyDigits => "it has more than 38 digits",
        _ => "it is not finite",
    };
}
