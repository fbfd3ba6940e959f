namespace Keyfold.Items;

/// <summary>Why a text or a result is not a DynamoDB number.</summary>
public enum NumberError : byte
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>The text is not a decimal literal, or the floating-point value is NaN or infinite.</summary>
    NotANumber,

    /// <summary>The magnitude is 1E+126 or more.</summary>
    Overflow,

    /// <summary>The magnitude is below 1E-130 and the value is not zero.</summary>
    Underflow,

    /// <summary>
    /// More than 38 significant digits would be needed. Where this is the result of an arithmetic operation, DynamoDB reports it as an overflow.
    /// </summary>
    TooManyDigits,
}
