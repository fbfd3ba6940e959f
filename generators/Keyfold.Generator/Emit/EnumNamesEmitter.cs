using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes the names of the enums that a type stores as text: a struct for each, seen by the generated file alone.</summary>
internal sealed class EnumNamesEmitter
{
    private readonly List<(ValueModel Enum, string Name)> _enums = [];

    /// <summary>The name of an enum's struct, which is written at the end of the file.</summary>
    public string NameOf(ValueModel value)
    {
        foreach ((ValueModel known, string knownName) in _enums)
        {
            if (known.Type == value.Type)
            {
                return knownName;
            }
        }

        string simple = value.Type.Substring(value.Type.LastIndexOfAny(['.', ':']) + 1) + "Names";
        string name = _enums.Exists(known => known.Name == simple) ? simple + Literals.Text(_enums.Count) : simple;
        _enums.Add((value, name));
        return name;
    }

    public void Emit(SourceWriter writer)
    {
        foreach ((ValueModel value, string name) in _enums)
        {
            writer.Blank();
            using (writer.Block($"file readonly struct {name} : global::Keyfold.Codecs.IEnumNames<{value.Type}>"))
            {
                EmitNameOf(writer, value);
                writer.Blank();
                EmitTryParse(writer, value);
            }
        }
    }

    private static void EmitNameOf(SourceWriter writer, ValueModel value)
    {
        using (writer.Block($"public static global::System.ReadOnlySpan<byte> NameOf({value.Type} value) => value switch", end: "};"))
        {
            foreach (EnumMemberModel member in value.Enum!.Members.Where(member => !member.IsAlias))
            {
                writer.Write($"{value.Type}.{Literals.Identifier(member.Name)} => {Literals.Utf8(member.Name)},");
            }

            writer.Write("_ => default,");
        }
    }

    private static void EmitTryParse(SourceWriter writer, ValueModel value)
    {
        using (writer.Block($"public static bool TryParse(global::System.ReadOnlySpan<byte> utf8Name, out {value.Type} value)"))
        {
            using (writer.Block("switch (utf8Name.Length)"))
            {
                foreach (EnumMemberModel member in value.Enum!.Members)
                {
                    writer.Write($"""
                        case {Literals.Utf8Length(member.Name)} when global::System.MemoryExtensions.SequenceEqual(utf8Name, {Literals.Utf8(member.Name)}):
                            value = {value.Type}.{Literals.Identifier(member.Name)};
                            return true;
                        """);
                }

                writer.Write("""
                    default:
                        value = default;
                        return false;
                    """);
            }
        }
    }
}
