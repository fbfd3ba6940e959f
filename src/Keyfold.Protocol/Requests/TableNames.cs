namespace Keyfold.Protocol.Requests;

/// <summary>Names of tables in requests: the name, or the ARN of the table.</summary>
internal static class TableNames
{
    private const string TablePart = ":table/";

    /// <summary>The table's name.</summary>
    /// <param name="nameOrArn">A name, or an ARN such as <c>arn:aws:dynamodb:us-east-1:000000000000:table/retail</c>.</param>
    public static string Resolve(string nameOrArn)
    {
        int table = nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn.IndexOf(TablePart, StringComparison.Ordinal) : -1;
        return table < 0 ? nameOrArn : nameOrArn[(table + TablePart.Length)..];
    }
}
