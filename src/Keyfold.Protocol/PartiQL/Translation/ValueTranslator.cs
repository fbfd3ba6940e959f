using System.Globalization;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Syntax;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>Makes attribute values of literals, parameters and collections of them.</summary>
/// <param name="parameters">The values of the statement's question marks, in their order.</param>
internal sealed class ValueTranslator(IReadOnlyList<AttributeValue> parameters)
{
    private const string Root = "root";

    /// <summary>Whether a node can only be a value.</summary>
    public static bool IsValue(Node node) => node is LiteralNode or ParameterNode or ListNode or BagNode or StructNode or IonNode;

    /// <summary>The value of a node.</summary>
    /// <exception cref="Storage.StorageException">It has none, or DynamoDB has no such value.</exception>
    public AttributeValue Translate(Node node) => Translate(node, Root);

    /// <summary>The item that an INSERT's tuple says.</summary>
    /// <exception cref="Storage.StorageException">It is no tuple of values.</exception>
    public Item TranslateItem(Node node) =>
        node is StructNode tuple ? Fields(tuple, Root, isItem: true) : throw ValueErrors.ItemFormat(node.At.Place);

    private AttributeValue Translate(Node node, string key) => node switch
    {
        LiteralNode literal => literal.Value,
        ParameterNode parameter => parameters[parameter.Position],
        ListNode list => AttributeValue.List([.. Elements(list, key)]),
        BagNode bag => Set(bag),
        StructNode tuple => Fields(tuple, key, isItem: false),
        IonNode => throw ValueErrors.Ion(long.TryParse(node.At.Text, CultureInfo.InvariantCulture, out _) ? "INT" : "SYMBOL", key, node.At.Place),
        _ => throw ValueErrors.Unsupported(Describe(node), key, node.At.Place),
    };

    private IEnumerable<AttributeValue> Elements(ListNode list, string key)
    {
        for (int i = 0; i < list.Elements.Count; i++)
        {
            yield return Translate(list.Elements[i], string.Create(CultureInfo.InvariantCulture, $"{key}.{i}"));
        }
    }

    private Item Fields(StructNode tuple, string key, bool isItem)
    {
        Dictionary<string, AttributeValue> fields = new(StringComparer.Ordinal);
        foreach ((Node nameNode, Node value) in tuple.Fields)
        {
            if (nameNode is not LiteralNode { Value.Type: AttributeType.String } literal)
            {
                throw ValueErrors.FieldName(Describe(nameNode), key, nameNode.At.Place);
            }

            string name = literal.Value.AsString();
            if (name.Length == 0)
            {
                throw StatementErrors.SourceEmpty();
            }

            if (isItem && value is (PathNode or OperatorNode))
            {
                throw ValueErrors.Unsupported(value.At.Text, key, value.At.Place);
            }

            if (!fields.TryAdd(name, Translate(value, isItem ? key : $"{key}.{name}")))
            {
                throw ValueErrors.FieldTwice(name, key, nameNode.At.Place);
            }
        }

        return Item.Create([.. fields.Select(field => (field.Key, field.Value))]);
    }

    private AttributeValue Set(BagNode bag)
    {
        if (bag.Members.Count == 0)
        {
            throw ValueErrors.BagEmpty(bag.At.Place);
        }

        List<AttributeValue> members = [];
        foreach (Node node in bag.Members)
        {
            AttributeValue member = node is LiteralNode or ParameterNode ? Translate(node) : AttributeValue.Null;
            members.Add(member.Type.IsOrdered() ? member : throw ValueErrors.BagMember(node.At.Place));
        }

        AttributeType type = members[0].Type;
        if (members.Exists(member => member.Type != type))
        {
            throw ValueErrors.BagMember("");
        }

        try
        {
            return type switch
            {
                AttributeType.String => AttributeValue.StringSet([.. members.Select(member => member.AsString())]),
                AttributeType.Number => AttributeValue.NumberSet([.. members.Select(member => member.AsNumber())]),
                _ => AttributeValue.BinarySet([.. members.Select(member => member.AsBinary())]),
            };
        }
        catch (ItemFormatException)
        {
            throw ValueErrors.BagDuplicates();
        }
    }

    private static string Describe(Node node) => node switch
    {
        PathNode { Path.IsTopLevel: true } => "VariableReference",
        PathNode or WildcardNode => "Path",
        MissingNode => "MISSING",
        OperatorNode => "NAry",
        CallNode => "Call",
        LiteralNode or ParameterNode => "Literal",
        _ => "Seq",
    };
}
