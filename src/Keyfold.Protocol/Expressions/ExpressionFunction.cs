namespace Keyfold.Protocol.Expressions;

/// <summary>The functions that expressions can call. Their names are case-sensitive.</summary>
internal enum ExpressionFunction : byte
{
    /// <summary>No function.</summary>
    None,

    AttributeExists,
    AttributeNotExists,
    AttributeType,
    BeginsWith,
    Contains,

    /// <summary>The one function of conditions that is an operand.</summary>
    Size,

    IfNotExists,
    ListAppend,
}

/// <summary>The functions' names.</summary>
internal static class ExpressionFunctions
{
    public static ExpressionFunction Find(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when name.SequenceEqual("size"u8) => ExpressionFunction.Size,
        8 when name.SequenceEqual("contains"u8) => ExpressionFunction.Contains,
        11 when name.SequenceEqual("begins_with"u8) => ExpressionFunction.BeginsWith,
        11 when name.SequenceEqual("list_append"u8) => ExpressionFunction.ListAppend,
        13 when name.SequenceEqual("if_not_exists"u8) => ExpressionFunction.IfNotExists,
        14 when name.SequenceEqual("attribute_type"u8) => ExpressionFunction.AttributeType,
        16 when name.SequenceEqual("attribute_exists"u8) => ExpressionFunction.AttributeExists,
        20 when name.SequenceEqual("attribute_not_exists"u8) => ExpressionFunction.AttributeNotExists,
        _ => ExpressionFunction.None,
    };

    /// <summary>The number of arguments that a function takes.</summary>
    public static int Arity(this ExpressionFunction function) =>
        function is ExpressionFunction.Size or ExpressionFunction.AttributeExists or ExpressionFunction.AttributeNotExists ? 1 : 2;
}
