using System.Text;

namespace Keyfold.Generator.Emit;

/// <summary>
/// Writes C#. Text comes in whole lines or whole raw-string blocks that begin at column 0; the writer indents them, so that no emitter counts spaces.
/// </summary>
internal sealed class SourceWriter
{
    private const string IndentationUnit = "    ";
    private readonly StringBuilder _text = new(capacity: 16 * 1024);

    /// <summary>How deep the next line stands.</summary>
    public int Indentation { get; set; }

    /// <summary>Writes a block of lines, each at the current indentation in addition to its own. Empty lines stay empty.</summary>
    public void Write(string block)
    {
        int start = 0;
        while (start <= block.Length)
        {
            int end = block.IndexOf('\n', start);
            end = end < 0 ? block.Length : end;
            WriteLine(block, start, end - start);
            start = end + 1;
        }
    }

    /// <summary>Writes an empty line.</summary>
    public void Blank() => _text.Append('\n');

    /// <summary>Opens a block in braces under a line such as <c>if (x)</c>; it is closed when what is returned is disposed.</summary>
    public BlockScope Block(string header, string end = "}")
    {
        Write(header);
        Write("{");
        Indentation++;
        return new BlockScope(this, end);
    }

    public override string ToString() => _text.ToString();

    private void WriteLine(string block, int start, int length)
    {
        if (length > 0 && block[start + length - 1] == '\r')
        {
            length--;
        }

        if (length > 0)
        {
            for (int i = 0; i < Indentation; i++)
            {
                _text.Append(IndentationUnit);
            }

            _text.Append(block, start, length);
        }

        _text.Append('\n');
    }

    /// <summary>An open block in braces.</summary>
    public readonly struct BlockScope(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer.Indentation--;
            writer.Write(end);
        }
    }
}
