using Keyfold.Expressions;
using Keyfold.Protocol.Expressions;
using Keyfold.Protocol.Responses;
using Keyfold.Storage;

namespace Keyfold.Protocol.Requests;

/// <summary>The expressions that an operation knows.</summary>
[Flags]
internal enum ExpressionKinds
{
    None = 0,
    Condition = 1,
    Filter = 2,
    KeyCondition = 4,
    Projection = 8,
    Update = 16,

    /// <summary>Those with values, and not only names, for placeholders.</summary>
    WithValues = Condition | Filter | KeyCondition | Update,
}

/// <summary>The expressions of a request and what their placeholders stand for.</summary>
internal sealed class ExpressionMembers(ExpressionKinds kinds)
{
    private PlaceholderMembers? _names;
    private PlaceholderMembers? _values;
    private Placeholders _placeholders = Placeholders.None;

    public ReadOnlyMemory<byte>? Condition { get; private set; }

    public ReadOnlyMemory<byte>? Filter { get; private set; }

    public ReadOnlyMemory<byte>? KeyCondition { get; private set; }

    public ReadOnlyMemory<byte>? Projection { get; private set; }

    public ReadOnlyMemory<byte>? Update { get; private set; }

    /// <summary>The names of the expressions that the request has, in the order in which DynamoDB lists them.</summary>
    public IEnumerable<string> Present
    {
        get
        {
            (ReadOnlyMemory<byte>? Text, string Name)[] all =
            [
                (Update, ExpressionParameter.Update),
                (Projection, ExpressionParameter.Projection),
                (Filter, ExpressionParameter.Filter),
                (Condition, ExpressionParameter.Condition),
                (KeyCondition, ExpressionParameter.KeyCondition),
            ];
            return all.Where(member => member.Text is not null).Select(member => member.Name);
        }
    }

    private bool HasExpression => Condition is not null || Filter is not null || KeyCondition is not null || Projection is not null || Update is not null;

    private bool HasExpressionWithValues => Condition is not null || Filter is not null || KeyCondition is not null || Update is not null;

    /// <summary>Takes the current member if it is one of these.</summary>
    public bool TryRead(ref RequestReader reader)
    {
        if (Knows(ExpressionKinds.Condition) && reader.Is("ConditionExpression"u8))
        {
            Condition = reader.ReadText();
        }
        else if (Knows(ExpressionKinds.Filter) && reader.Is("FilterExpression"u8))
        {
            Filter = reader.ReadText();
        }
        else if (Knows(ExpressionKinds.KeyCondition) && reader.Is("KeyConditionExpression"u8))
        {
            KeyCondition = reader.ReadText();
        }
        else if (Knows(ExpressionKinds.Projection) && reader.Is("ProjectionExpression"u8))
        {
            Projection = reader.ReadText();
        }
        else if (Knows(ExpressionKinds.Update) && reader.Is("UpdateExpression"u8))
        {
            Update = reader.ReadText();
        }
        else if (reader.Is("ExpressionAttributeNames"u8))
        {
            _names = PlaceholderMembers.ReadNames(ref reader, Define());
        }
        else if (Knows(ExpressionKinds.WithValues) && reader.Is("ExpressionAttributeValues"u8))
        {
            _values = PlaceholderMembers.ReadValues(ref reader, Define());
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Checks that there are placeholders only where there is an expression that can use them.</summary>
    /// <exception cref="StorageException">There are others.</exception>
    public void CheckPlaceholdersAreUsable()
    {
        if (_names is not null && !HasExpression)
        {
            throw PlaceholderErrors.NamesWithoutExpression();
        }

        if (_values is not null && !HasExpressionWithValues)
        {
            throw PlaceholderErrors.ValuesWithoutExpression(
                Knows(ExpressionKinds.Update) ? "UpdateExpression and ConditionExpression are null"
                : Knows(ExpressionKinds.KeyCondition) ? "FilterExpression and KeyConditionExpression are null"
                : Knows(ExpressionKinds.Filter) ? "FilterExpression is null"
                : "ConditionExpression is null");
        }
    }

    /// <summary>Checks the maps of names and values themselves.</summary>
    /// <exception cref="StorageException">Something is wrong with them.</exception>
    public void CheckPlaceholders()
    {
        _names?.RequireValid();
        _values?.RequireValid();
    }

    public UpdateExpression? ParseUpdate() => Update is { } text ? ExpressionParser.ParseUpdate(text.Span, _placeholders) : null;

    public Condition? ParseCondition() =>
        Condition is { } text ? ExpressionParser.ParseCondition(text.Span, ExpressionParameter.Condition, _placeholders) : null;

    public KeyCondition? ParseKeyCondition() => KeyCondition is { } text ? ExpressionParser.ParseKeyCondition(text.Span, _placeholders) : null;

    public Condition? ParseFilter() => Filter is { } text ? ExpressionParser.ParseCondition(text.Span, ExpressionParameter.Filter, _placeholders) : null;

    public ProjectionExpression? ParseProjection() => Projection is { } text ? ExpressionParser.ParseProjection(text.Span, _placeholders) : null;

    /// <summary>Writes the names again, for a part of the request that is to be sent once more.</summary>
    public void WriteNames(ResponseWriter output)
    {
        if (_names is not null)
        {
            output.Json.WriteStartObject(PlaceholderErrors.Names);
            foreach ((ReadOnlyMemory<byte> key, string name) in _placeholders.Names)
            {
                output.Json.WriteString(key.Span, name);
            }

            output.Json.WriteEndObject();
        }
    }

    /// <summary>Checks, when all expressions are parsed, that they used every name and value.</summary>
    public void RequireAllUsed() => _placeholders.RequireAllUsed();

    private bool Knows(ExpressionKinds kind) => (kinds & kind) != ExpressionKinds.None;

    private Placeholders Define() => ReferenceEquals(_placeholders, Placeholders.None) ? _placeholders = new() : _placeholders;
}
