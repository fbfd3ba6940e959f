using Keyfold.Aws.Transport;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.Expressions;

namespace Keyfold.Aws.Requests;

/// <summary>The members of a request that hold expressions. Their texts are of placeholders only, which need no escapes.</summary>
internal static class ExpressionMembers
{
    public static void Condition(RequestBuffer request, Condition? condition)
    {
        if (condition is not null)
        {
            request.Raw(",\"ConditionExpression\":\""u8);
            request.Expressions.Print(condition, request.Body);
            request.Raw("\""u8);
        }
    }

    public static void Filter(RequestBuffer request, Condition? filter)
    {
        if (filter is not null)
        {
            request.Raw(",\"FilterExpression\":\""u8);
            request.Expressions.Print(filter, request.Body);
            request.Raw("\""u8);
        }
    }

    public static void KeyCondition(RequestBuffer request, KeyCondition condition)
    {
        request.Raw(",\"KeyConditionExpression\":\""u8);
        request.Expressions.Print(condition, request.Body);
        request.Raw("\""u8);
    }

    public static void Projection(RequestBuffer request, ProjectionExpression? projection)
    {
        if (projection is not null)
        {
            request.Raw(",\"ProjectionExpression\":\""u8);
            request.Expressions.Print(projection, request.Body);
            request.Raw("\""u8);
        }
    }

    public static void Update(RequestBuffer request, UpdateExpression? update)
    {
        if (update is not null)
        {
            request.Raw(",\"UpdateExpression\":\""u8);
            request.Expressions.Print(update, request.Body);
            request.Raw("\""u8);
        }
    }

    /// <summary>Writes what the placeholders of the expressions so far stand for, and forgets them.</summary>
    public static void Placeholders(RequestBuffer request)
    {
        ExpressionPrinter printer = request.Expressions;
        if (printer.Names.Count > 0)
        {
            Names(request, printer.Names);
        }

        if (printer.Values.Count > 0)
        {
            Values(request, printer.Values);
        }

        printer.Clear();
    }

    private static void Names(RequestBuffer request, IReadOnlyList<PathElement> names)
    {
        ReadOnlySpan<byte> separator = ",\"ExpressionAttributeNames\":{\"#"u8;
        for (int i = 0; i < names.Count; i++)
        {
            request.Raw(separator);
            request.Integer(i);
            request.Raw("\":"u8);
            request.Text(names[i].Utf8Name);
            separator = ",\"#"u8;
        }

        request.Raw("}"u8);
    }

    private static void Values(RequestBuffer request, IReadOnlyList<AttributeValue> values)
    {
        request.Raw(",\"ExpressionAttributeValues\":"u8);
        JsonItemWriter writer = JsonItemWriter.Rent(request.Body);
        try
        {
            Span<byte> name = stackalloc byte[12];
            name[0] = (byte)':';
            writer.BeginItem();
            for (int i = 0; i < values.Count; i++)
            {
                System.Buffers.Text.Utf8Formatter.TryFormat(i, name[1..], out int length);
                writer.Name(name[..(length + 1)]);
                writer.Value(values[i]);
            }

            writer.EndItem();
        }
        finally
        {
            writer.Dispose();
        }
    }
}
