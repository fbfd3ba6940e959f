using System.Text;

namespace Keyfold.Protocol.Tests.Expressions;

/// <summary>
/// Messages.txt holds expressions with the message that DynamoDB answers them with, as recorded from DynamoDB Local; where Amazon's documentation has another
/// text, that one. A line is the kind of the expression, the expression and the message, between tabs.
/// </summary>
public sealed class MessageTests
{
    [Fact]
    public void Every_recorded_expression_has_its_recorded_message()
    {
        StringBuilder differences = new();
        int count = 0;
        foreach (string line in Lines())
        {
            string[] fields = line.Split('\t');
            string outcome = Parsing.Outcome(fields[0], fields[1], SampleValues.For(fields[1]));
            if (outcome != fields[2])
            {
                differences.Append(fields[0]).Append(' ').AppendLine(fields[1]).Append("  expected ").AppendLine(fields[2]).Append("  actual   ").AppendLine(outcome);
            }

            count++;
        }

        Assert.True(differences.Length == 0, differences.ToString());
        Assert.True(count > 900);
    }

    private static IEnumerable<string> Lines()
    {
        using Stream stream = typeof(MessageTests).Assembly.GetManifestResourceStream("Messages.txt")!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
