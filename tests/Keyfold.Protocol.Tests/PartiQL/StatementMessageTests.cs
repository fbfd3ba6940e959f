using System.Text;

namespace Keyfold.Protocol.Tests.PartiQL;

/// <summary>
/// Statements.txt holds statements that change nothing with what DynamoDB answers, as recorded from DynamoDB Local; where Amazon's service is known to answer
/// otherwise, that. A line is the statement and the answer, between them a tab: the items, or the name and message of the error.
/// </summary>
public sealed class StatementMessageTests
{
    [Fact]
    public async Task Every_recorded_statement_has_its_recorded_answer()
    {
        StatementClient client = await StatementClient.CreateAsync();
        StringBuilder differences = new();
        int count = 0;
        foreach (string line in Lines())
        {
            string[] fields = line.Split('\t');
            string answer = await client.RunAsync(fields[0]);
            if (answer != fields[1])
            {
                differences.AppendLine(fields[0]).Append("  expected ").AppendLine(fields[1]).Append("  actual   ").AppendLine(answer);
            }

            count++;
        }

        Assert.True(differences.Length == 0, differences.ToString());
        Assert.True(count > 300);
    }

    private static IEnumerable<string> Lines()
    {
        using Stream stream = typeof(StatementMessageTests).Assembly.GetManifestResourceStream("Statements.txt")!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
