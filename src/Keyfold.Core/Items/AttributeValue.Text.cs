using System.Text;

namespace Keyfold.Items;

public readonly partial struct AttributeValue
{
    /// <summary>
    /// The form that DynamoDB's messages use: <c>{S:x}</c>, <c>{N:9}</c>, <c>{BOOL:true}</c>, <c>{L:[{N:1}, {S:b}]}</c>, <c>{M:{a={N:1}}}</c>,
    /// <c>{SS:[a, b]}</c>; binary as base64. For people, not for reading back.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text);
        return text.ToString();
    }

    private void AppendTo(StringBuilder text)
    {
        text.Append('{').Append(Type.Tag()).Append(':');
        switch (Type)
        {
            case AttributeType.Number:
                text.Append(AsNumber().ToString());
                break;
            case AttributeType.Binary:
                text.Append(Convert.ToBase64String(AsBinary().Span));
                break;
            case AttributeType.Boolean:
                text.Append(AsBoolean() ? "true" : "false");
                break;
            case AttributeType.Null:
                text.Append("true");
                break;
            case AttributeType.List:
                AppendList(text);
                break;
            case AttributeType.Map:
                AppendMap(text);
                break;
            case AttributeType.StringSet:
                text.Append('[').AppendJoin(", ", AsStringSet()).Append(']');
                break;
            case AttributeType.NumberSet:
                text.Append('[').AppendJoin(", ", AsNumberSet()).Append(']');
                break;
            case AttributeType.BinarySet:
                text.Append('[').AppendJoin(", ", AsBinarySet().Select(static member => Convert.ToBase64String(member.Span))).Append(']');
                break;
            default:
                text.Append(AsString());
                break;
        }

        text.Append('}');
    }

    private void AppendList(StringBuilder text)
    {
        text.Append('[');
        string separator = "";
        foreach (var element in AsList())
        {
            text.Append(separator);
            element.AppendTo(text);
            separator = ", ";
        }

        text.Append(']');
    }

    private void AppendMap(StringBuilder text)
    {
        text.Append('{');
        string separator = "";
        foreach (var (name, value) in AsMap())
        {
            text.Append(separator).Append(name).Append('=');
            value.AppendTo(text);
            separator = ", ";
        }

        text.Append('}');
    }
}
