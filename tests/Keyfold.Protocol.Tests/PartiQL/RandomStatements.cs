using System.Text;

namespace Keyfold.Protocol.Tests.PartiQL;

/// <summary>
/// Statements on the tables of <see cref="StatementClient"/>: most can be done, some have a wrong type or name, one in six a token too many or too few.
/// </summary>
internal sealed class RandomStatements(Random random)
{
    private static readonly string[] Attributes = ["n", "m", "li", "ss", "nu", "x", "y"];
    private static readonly string[] Paths = ["n", "m.q", "m.r[0]", "li[0]", "li[7]", "ss", "x", "y.z", "m['q']", "nu", "m", "li", "g"];
    private static readonly string[] Values =
        ["5", "-1.5", "0", "1e2", "'a'", "'x'", "''", "'it''s'", "true", "false", "null", "[1,2]", "[]", "{'q':1}", "<<'u','v'>>", "<<1>>", "7", "(1,2)"];

    private static readonly string[] Comparators = ["=", "<>", "!=", "<", "<=", ">", ">="];
    private static readonly string[] Partitions = ["'a'", "'b'", "'c'"];
    private static readonly string[] Sorts = ["'0'", "'1'", "'2'", "'9'"];
    private static readonly string[] Tokens =
        ["WHERE", "AND", "NOT", "IN", "(", ")", "[", "]", "<<", ">>", "{", "}", ",", ".", "'x'", "5", "n", "size", "MISSING", "null", ";"];

    /// <summary>A statement.</summary>
    public string Next()
    {
        string statement = random.Next(8) switch
        {
            0 or 1 or 2 or 3 => Select(),
            4 => $"INSERT INTO \"range\" VALUE {{'p':{Pick(Partitions)}, 's':{Pick(Sorts)}{Fields()}}}",
            5 or 6 => Update(),
            _ => $"DELETE FROM \"range\" WHERE {Key()}{Rest()}{(Chance(2) ? " RETURNING ALL OLD *" : "")}",
        };
        return Chance(6) ? Mutate(statement) : statement;
    }

    private string Select()
    {
        string projection = Chance(2) ? "*" : string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Paths)));
        string where = random.Next(5) switch
        {
            0 => $" WHERE {Condition(3)}",
            1 => $" WHERE p = {Pick(Partitions)}{Rest()}",
            2 => $" WHERE p = {Pick(Partitions)} AND {SortCondition()}{Rest()}",
            3 => $" WHERE p IN {Pick("['a', 'b']", "['c', 'a']", "('b')")}{Rest()}",
            _ => "",
        };
        string index = where.Length > 0 && Chance(6) ? ".\"lsi\"" : "";
        return $"SELECT {projection} FROM \"range\"{index}{where}";
    }

    private string Update()
    {
        StringBuilder changes = new();
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            // Local lets an index key become anything
            string path = Pick(Paths.AsSpan(0, Paths.Length - 1));
            changes.Append(random.Next(7) switch
            {
                0 => $"REMOVE {path} ",
                1 => $"SET {path} = {path} + {Pick(Values)} ",
                2 => $"SET {path} = list_append({Pick(Paths)}, {Pick(Values)}) ",
                3 => $"SET {path} = {Pick("set_add", "set_delete")}({path}, {Pick("<<'u'>>", "<<'w'>>", "<<1>>")}) ",
                4 => $"SET {path} = if_not_exists({Pick(Paths)}, {Pick(Values)}) ",
                5 => $"SET {path} = {Pick(Paths)} ",
                _ => $"SET {path} = {Pick(Values)} ",
            });
        }

        string returning = Chance(2) ? $" RETURNING {Pick("ALL OLD", "ALL NEW")} *" : "";
        return $"UPDATE \"range\" {changes}WHERE {Key()}{Rest()}{returning}";
    }

    private string Key() => $"p = {Pick(Partitions)} AND s = {Pick(Sorts)}";

    private string Rest() => Chance(2) ? $" AND {Condition(2)}" : "";

    private string SortCondition() => random.Next(5) switch
    {
        0 => $"s BETWEEN {Pick(Sorts)} AND {Pick(Sorts)}",
        1 => $"begins_with(s, {Pick(Sorts)})",

        // Local does not turn an inequality round when the key stands on its right
        2 => $"{Pick(Sorts)} {Pick("=", "<>")} s",
        3 => $"s IN ({Pick(Sorts)}, {Pick(Sorts)})",
        _ => $"s {Pick(Comparators)} {Pick(Sorts)}",
    };

    private string Condition(int depth) => random.Next(depth == 0 ? 9 : 13) switch
    {
        0 => $"{Pick(Paths)} IS {Pick("", "NOT ")}{Pick("MISSING", "NULL")}",
        1 => $"begins_with({Pick(Paths)}, {Pick(Values)})",
        2 => $"contains({Pick(Paths)}, {Pick(Values)})",
        3 => $"attribute_type({Pick(Paths)}, '{Pick("S", "N", "L", "M", "NULL", "SS")}')",
        4 => $"size({Pick(Paths)}) {Pick(Comparators)} {Pick("1", "2", "n")}",
        5 => $"{Pick(Paths)} {Pick("", "NOT ")}IN [{Pick(Values)}, {Pick(Values)}]",
        6 => $"{Pick(Paths)} BETWEEN {Pick("0", "1")} AND {Pick("5", "9")}",
        7 => $"{Pick(Values)} {Pick(Comparators)} {Pick(Paths)}",
        8 => $"{Pick(Paths)} {Pick(Comparators)} {Pick(Values)}",
        9 or 10 => $"{Condition(depth - 1)} {Pick("AND", "OR")} {Condition(depth - 1)}",
        11 => $"NOT {Condition(depth - 1)}",
        _ => $"({Condition(depth - 1)})",
    };

    private string Fields()
    {
        IEnumerable<string> names = Attributes.Where(_ => Chance(3));
        return string.Concat(names.Select(name => $", '{name}':{Pick(Values)}"));
    }

    private string Mutate(string statement)
    {
        string[] words = statement.Split(' ');
        int place = random.Next(words.Length);

        // a sum without its second half would have a SET there, which PartiQL knows as a type
        bool isLast = place + 1 < words.Length && words[place + 1] == "SET";
        words[place] = random.Next(isLast ? 1 : 0, 3) switch
        {
            0 => "",
            1 => Pick(Tokens),
            _ => $"{words[place]} {Pick(Tokens)}",
        };
        return string.Join(' ', words);
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
