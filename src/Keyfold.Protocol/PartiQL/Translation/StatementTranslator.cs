using System.Diagnostics;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Syntax;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>Makes trees of statements, and checks all that can be checked without the table.</summary>
internal static class StatementTranslator
{
    /// <summary>Translates a statement.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="parameters">The values of its question marks.</param>
    /// <exception cref="StorageException">DynamoDB can't do the statement.</exception>
    public static StatementTree Translate(string text, IReadOnlyList<AttributeValue> parameters) =>
        Translate(StatementParser.Parse(text), parameters);

    /// <summary>Translates a parsed statement.</summary>
    /// <inheritdoc cref="Translate(string, IReadOnlyList{AttributeValue})" path="/exception"/>
    public static StatementTree Translate(StatementSyntax statement, IReadOnlyList<AttributeValue> parameters)
    {
        CheckSource(statement.Source);
        if (statement.Parameters != parameters.Count)
        {
            throw StatementErrors.ParameterCount();
        }

        ValueTranslator values = new(parameters);
        return statement switch
        {
            SelectSyntax select => Select(select, values),
            InsertSyntax insert => Insert(insert, values),
            UpdateSyntax update => Update(update, values),
            DeleteSyntax delete => Delete(delete, values),
            ExistsSyntax exists => new ExistsTree(Select(exists.Select, values)),
            _ => throw new UnreachableException(),
        };
    }

    private static SelectTree Select(SelectSyntax select, ValueTranslator values)
    {
        ProjectionExpression? projection = ProjectionTranslator.Translate(select.Projection);
        if (projection is not null)
        {
            UnprefixedRules.Check(projection);
        }

        return new SelectTree(TableOf(select), select.Source.Index, projection, Where(select.Where, values), select.Order);
    }

    private static InsertTree Insert(InsertSyntax insert, ValueTranslator values)
    {
        if (insert.Source.Index is not null)
        {
            throw StatementErrors.IndexInInsert();
        }

        return new InsertTree(TableOf(insert), values.TranslateItem(insert.Item));
    }

    private static UpdateTree Update(UpdateSyntax update, ValueTranslator values)
    {
        CheckTable(update.Source);
        UpdateExpression changes = new UpdateTranslator(values).Translate(update.Changes);
        UnprefixedRules.Check(changes);
        ReturnValues returning = update.Returning switch
        {
            null => ReturnValues.None,
            { Modified: true, Old: true } => ReturnValues.UpdatedOld,
            { Modified: true } => ReturnValues.UpdatedNew,
            { Old: true } => ReturnValues.AllOld,
            _ => ReturnValues.AllNew,
        };
        return new UpdateTree(TableOf(update), changes, Where(update.Where, values), returning);
    }

    private static DeleteTree Delete(DeleteSyntax delete, ValueTranslator values)
    {
        CheckTable(delete.Source);
        return delete.Returning is { } returning && (returning.Modified || !returning.Old)
            ? throw StatementErrors.ReturningInDelete(returning.ToString())
            : new DeleteTree(TableOf(delete), Where(delete.Where, values), delete.Returning is null ? ReturnValues.None : ReturnValues.AllOld);
    }

    private static Condition? Where(Node? where, ValueTranslator values)
    {
        if (where is null)
        {
            return null;
        }

        Condition condition = new ConditionTranslator(values).Translate(where);
        UnprefixedRules.Check(condition);
        return condition;
    }

    private static void CheckSource(SourceSyntax source)
    {
        if (source.IsAliased)
        {
            throw StatementErrors.Aliasing();
        }

        string table = source.Table;
        bool isLegal = table.StartsWith("arn:", StringComparison.Ordinal)
            || (Constraints.IsName(table) && table.Length is >= Limits.TableNameCharactersMin and <= Limits.TableNameCharactersMax);
        if (!isLegal)
        {
            throw StatementErrors.TableName();
        }
    }

    private static void CheckTable(SourceSyntax source)
    {
        if (source.Index is not null)
        {
            throw StatementErrors.IndexInWrite();
        }
    }

    private static string TableOf(StatementSyntax statement) => TableNames.Resolve(statement.Source.Table);
}
