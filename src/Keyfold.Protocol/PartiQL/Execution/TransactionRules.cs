using System.Globalization;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>What may stand in a transaction: reads of single items, or writes and checks of single items, and nothing is returned of a write.</summary>
internal static class TransactionRules
{
    /// <summary>Translates and checks the statements.</summary>
    /// <exception cref="StorageException">One is wrong by itself, or they are of both kinds.</exception>
    public static List<StatementTree> Translate(List<StatementMembers> statements)
    {
        List<StatementTree> trees = [];
        for (int i = 0; i < statements.Count; i++)
        {
            trees.Add(Translate(statements[i], i));
            Check(trees[i], i);
        }

        return trees.Exists(tree => tree is SelectTree) && trees.Exists(tree => tree is not SelectTree)
            ? throw StorageErrors.Validation("ExecuteTransaction API does not support both read and write operations in the same request.")
            : trees;
    }

    /// <summary>A SELECT of something else than one item.</summary>
    public static StorageException NoSingleItem(int position) =>
        Failed(position, "Select statements within ExecuteTransaction must specify the primary key in the where clause.");

    /// <summary>An EXISTS without a key or without a condition beside it.</summary>
    public static StorageException NoCondition(int position) =>
        Failed(position, "EXISTS() must contain a single item read with additional condition");

    private static StatementTree Translate(StatementMembers statement, int position)
    {
        List<Items.AttributeValue> parameters = statement.Parameters;
        try
        {
            return StatementTranslator.Translate(statement.Text, parameters);
        }
        catch (StorageException exception) when (!StatementErrors.IsNoStatement(exception))
        {
            throw Failed(position, exception.Message);
        }
    }

    private static void Check(StatementTree tree, int position)
    {
        switch (tree)
        {
            case SelectTree { IndexName: not null } or ExistsTree { Select.IndexName: not null }:
                throw Failed(position, "Reads on indices are not supported within transactions.");
            case UpdateTree { Returning: not ReturnValues.None } or DeleteTree { Returning: not ReturnValues.None }:
                throw Failed(position, "RETURNING clause is not supported in ExecuteTransaction.");
            default:
                break;
        }
    }

    private static StorageException Failed(int position, string reason) =>
        StorageErrors.Validation(string.Create(CultureInfo.InvariantCulture, $"Validation failed in TransactStatements[{position}]: {reason}"));
}
