using System.Text;

namespace Keyfold.Protocol.Tests.Expressions;

/// <summary>Texts of expressions, about half of them wrong: in a name, a function, a type, or by a token too many or too few.</summary>
internal sealed class RandomTexts(Random random)
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "a", "b", "#f", "#g", "name", "#u", "contains", "x1_"];
    private static readonly string[] Values = [":v", ":w", ":n", ":n9", ":v", ":n", ":l", ":m", ":ss", ":ns", ":bool", ":null", ":b", ":t", ":u"];
    private static readonly string[] Comparators = ["=", "<>", "<", "<=", ">", ">="];
    private static readonly string[] Functions =
        ["size", "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "if_not_exists", "list_append", "foo"];

    private static readonly string[] Tokens =
    [
        "a", "#f", ":v", ":n", "(", ")", "[", "]", ",", ".", "=", "<", "<>", "+", "-", "AND", "or", "NOT", "BETWEEN", "in", "SET", "remove", "ADD", "DELETE",
        "0", "12", "size", "!", "_", "é", "size(a)", "a[0]", "\t", "\"",
    ];

    /// <summary>A text of a kind: C, U, P or Q.</summary>
    public string Text(string kind)
    {
        List<string> tokens = [];
        switch (kind)
        {
            case "C":
                Condition(tokens, depth: 3);
                break;
            case "U":
                Update(tokens);
                break;
            case "P":
                Separated(tokens, 4, () => Path(tokens));
                break;
            default:
                KeyCondition(tokens);
                break;
        }

        for (int i = random.Next(4) == 0 ? random.Next(1, 3) : 0; i > 0; i--)
        {
            Mutate(tokens);
        }

        StringBuilder text = new();
        foreach (string token in tokens)
        {
            text.Append(token).Append(random.Next(6) switch
            {
                0 => "",
                1 => "  ",
                _ => " ",
            });
        }

        return text.ToString();
    }

    private void Mutate(List<string> tokens)
    {
        int position = random.Next(tokens.Count + 1);
        if (random.Next(2) == 0 && position < tokens.Count)
        {
            tokens.RemoveAt(position);
        }
        else
        {
            tokens.Insert(position, Pick(Tokens));
        }
    }

    private void Condition(List<string> tokens, int depth)
    {
        switch (random.Next(depth > 0 ? 12 : 7))
        {
            case 0 or 1:
                Operand(tokens);
                tokens.Add(Pick(Comparators));
                Operand(tokens);
                break;
            case 2:
                Operand(tokens);
                tokens.Add("BETWEEN");
                Operand(tokens);
                tokens.Add("AND");
                Operand(tokens);
                break;
            case 3:
                Operand(tokens);
                tokens.AddRange(["IN", "("]);
                Separated(tokens, 4, () => Operand(tokens));
                tokens.Add(")");
                break;
            case 4 or 5 or 6:
                Function(tokens, Functions[random.Next(random.Next(4) == 0 ? 0 : 1, random.Next(4) == 0 ? 9 : 6)]);
                break;
            case 7 or 8:
                Condition(tokens, depth - 1);
                tokens.Add(random.Next(2) == 0 ? "AND" : "OR");
                Condition(tokens, depth - 1);
                break;
            case 9:
                tokens.Add("NOT");
                Condition(tokens, depth - 1);
                break;
            default:
                tokens.Add("(");
                Condition(tokens, depth - 1);
                tokens.Add(")");
                break;
        }
    }

    private void KeyCondition(List<string> tokens)
    {
        if (random.Next(4) == 0)
        {
            Condition(tokens, depth: 2);
            return;
        }

        Separated(tokens, 3, () => KeyTerm(tokens), "AND");
    }

    private void KeyTerm(List<string> tokens)
    {
        string name = Pick(Names);
        tokens.AddRange(random.Next(4) switch
        {
            0 => [name, "BETWEEN", ":n", "AND", Pick(Values)],
            1 => ["begins_with", "(", name, ",", Pick(Values), ")"],
            2 => [Pick(Values), Pick(Comparators), name],
            _ => (string[])[name, Pick(Comparators), Pick(Values)],
        });
    }

    private void Update(List<string> tokens)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            string section = Pick(["SET", "SET", "REMOVE", "ADD", "delete"]);
            tokens.Add(section);
            Separated(tokens, 3, () => Action(tokens, section));
        }
    }

    private void Action(List<string> tokens, string section)
    {
        Path(tokens);
        switch (section)
        {
            case "SET":
                tokens.Add("=");
                Assigned(tokens);
                break;
            case "ADD" or "delete":
                tokens.Add(Pick(Values));
                break;
            default:
                break;
        }
    }

    private void Assigned(List<string> tokens)
    {
        switch (random.Next(5))
        {
            case 0 or 1:
                UpdateOperand(tokens, 2);
                tokens.Add(random.Next(2) == 0 ? "+" : "-");
                UpdateOperand(tokens, 2);
                break;
            case 2:
                tokens.Add("(");
                Assigned(tokens);
                tokens.Add(")");
                break;
            default:
                UpdateOperand(tokens, 2);
                break;
        }
    }

    private void UpdateOperand(List<string> tokens, int depth)
    {
        switch (random.Next(depth > 0 ? 6 : 3))
        {
            case 0:
                Path(tokens);
                break;
            case 1 or 2 or 3:
                tokens.Add(Pick(Values));
                break;
            default:
                tokens.AddRange([random.Next(9) == 0 ? Pick(Functions) : random.Next(2) == 0 ? "if_not_exists" : "list_append", "("]);
                Separated(tokens, random.Next(5) == 0 ? 3 : 2, () => UpdateOperand(tokens, depth - 1));
                tokens.Add(")");
                break;
        }
    }

    private void Operand(List<string> tokens)
    {
        switch (random.Next(8))
        {
            case 0:
                Function(tokens, random.Next(5) == 0 ? Pick(Functions) : "size");
                break;
            case 1:
                tokens.Add("(");
                Operand(tokens);
                tokens.Add(")");
                break;
            case 2 or 3 or 4:
                tokens.Add(Pick(Values));
                break;
            default:
                Path(tokens);
                break;
        }
    }

    private void Function(List<string> tokens, string name)
    {
        tokens.AddRange([name, "("]);
        int count = random.Next(8) == 0 ? random.Next(1, 4) : name is "size" or "attribute_exists" or "attribute_not_exists" ? 1 : 2;
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                tokens.Add(",");
            }

            Operand(tokens);
        }

        tokens.Add(")");
    }

    private void Path(List<string> tokens)
    {
        tokens.Add(Pick(Names));
        for (int i = random.Next(8) - 5; i > 0; i--)
        {
            tokens.AddRange(random.Next(2) == 0 ? [".", Pick(Names)] : (string[])["[", random.Next(20) == 0 ? "2147483648" : "1", "]"]);
        }
    }

    private void Separated(List<string> tokens, int countMax, Action add, string separator = ",")
    {
        for (int i = 0, count = random.Next(1, countMax + 1); i < count; i++)
        {
            if (i > 0)
            {
                tokens.Add(separator);
            }

            add();
        }
    }

    private string Pick(string[] values) => values[random.Next(values.Length)];
}
