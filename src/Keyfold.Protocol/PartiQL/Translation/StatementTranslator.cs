using System.Diagnostics;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Syntax;
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
        bool isRead = statement is SelectSyntax or ExistsSyntax;
        Source source = isRead ? Read(statement.Source) : Source.Of(statement.Source);
        if (statement.Parameters != parameters.Count)
        {
            throw StatementErrors.ParameterCount();
        }

        ValueTranslator values = new(parameters);
        StatementTree tree = statement switch
        {
            SelectSyntax select => Select(select, source, values),
            InsertSyntax insert => Insert(insert, source, values),
            UpdateSyntax update => Update(update, source, values),
            DeleteSyntax delete => Delete(delete, source, values),
            ExistsSyntax exists => new ExistsTree(Select(exists.Select, source, values)),
            _ => throw new UnreachableException(),
        };
        if (!isRead)
        {
            CheckTarget(statement, source);
        }

        return tree;
    }

    private static Source Read(SourceSyntax syntax)
    {
        CheckAlias(syntax);
        Source source = Source.Of(syntax);
        source.CheckTable();
        return source;
    }

    private static SelectTree Select(SelectSyntax select, Source source, ValueTranslator values)
    {
        ProjectionExpression? projection = ProjectionTranslator.Translate(select.Projection);
        if (projection is not null)
        {
            UnprefixedRules.Check(projection);
        }

        return new SelectTree(source.Table, source.Index, projection, Where(select.Where, values), select.Order);
    }

    private static InsertTree Insert(InsertSyntax insert, Source source, ValueTranslator values)
    {
        if (source.Index is not null)
        {
            throw StatementErrors.IndexInInsert();
        }

        return new InsertTree(source.Table, values.TranslateItem(insert.Item));
    }

    private static UpdateTree Update(UpdateSyntax update, Source source, ValueTranslator values)
    {
        UpdateExpression changes = new UpdateTranslator(values).Translate(update.Changes);
        Condition? where = Where(update.Where, values);
        UnprefixedRules.Check(changes);
        CheckStar(update.Returning);
        ReturnValues returning = update.Returning switch
        {
            null => ReturnValues.None,
            { Modified: true, Old: true } => ReturnValues.UpdatedOld,
            { Modified: true } => ReturnValues.UpdatedNew,
            { Old: true } => ReturnValues.AllOld,
            _ => ReturnValues.AllNew,
        };
        return new UpdateTree(source.Table, changes, where, returning);
    }

    private static DeleteTree Delete(DeleteSyntax delete, Source source, ValueTranslator values)
    {
        Condition? where = Where(delete.Where, values);
        CheckStar(delete.Returning);
        return delete.Returning is { } returning && (returning.Modified || !returning.Old)
            ? throw StatementErrors.ReturningInDelete(returning.ToString())
            : new DeleteTree(source.Table, where, delete.Returning is null ? ReturnValues.None : ReturnValues.AllOld);
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

    // after all else in the statement; an INSERT does not look at the table's name
    private static void CheckTarget(StatementSyntax statement, Source source)
    {
        CheckAlias(statement.Source);
        if (source.Index is not null && statement is (UpdateSyntax or DeleteSyntax))
        {
            throw StatementErrors.IndexInWrite();
        }

        if (statement is not InsertSyntax)
        {
            source.CheckTable();
        }
    }

    private static void CheckAlias(SourceSyntax source)
    {
        if (source.IsAliased)
        {
            throw StatementErrors.Aliasing();
        }
    }

    private static void CheckStar(ReturningSyntax? returning)
    {
        if (returning is { IsStar: false })
        {
            throw StatementErrors.ReturningStar();
        }
    }
}
