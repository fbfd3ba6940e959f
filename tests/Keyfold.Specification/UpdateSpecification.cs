using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;

namespace Keyfold.Specification;

/// <summary>What the suites of UpdateItem share: an update of an item that has the given attributes beside its key.</summary>
public abstract class UpdateSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    /// <summary>The message for a path whose parent is missing or is no container of the right kind.</summary>
    protected const string InvalidPath = "The document path provided in the update expression is invalid for update";

    /// <summary>The message for an operand of another type.</summary>
    protected const string WrongOperand = "An operand in the update expression has an incorrect data type";

    /// <summary>Puts an item, updates it, and tells its attributes without the key.</summary>
    protected async Task<Item> Apply(Item attributes, params UpdateAction[] actions)
    {
        string partition = Unique(test: TestContext.Current.TestMethod!.MethodName);
        await Put(HashOnly, attributes.With("PK", partition));
        return (await Update(HashOnly, Key.Of(partition), actions))!.Without("PK");
    }

    /// <summary>Puts an item, expects its update to be refused, and the item to stay as it was.</summary>
    protected Task Fail(string words, Item attributes, params UpdateAction[] actions) => Fail(words, attributes, "", actions);

    /// <inheritdoc cref="Fail(string, Item, UpdateAction[])"/>
    protected async Task Fail(string words, Item attributes, string suffix, params UpdateAction[] actions)
    {
        string partition = Unique(suffix, TestContext.Current.TestMethod!.MethodName);
        await Put(HashOnly, attributes.With("PK", partition));
        await Refuses(words, () => Send(Key.Of(partition), actions));
        Assert.Equal(attributes.With("PK", partition), await Get(HashOnly, Key.Of(partition)));
    }

    /// <summary>Sends an update.</summary>
    protected ValueTask<UpdateItemResponse> Send(ItemKey key, UpdateAction[] actions, Condition? condition = null) =>
        Backend.UpdateItemAsync(
            new UpdateItemRequest { TableName = HashOnly.Name, Key = key, Update = new UpdateExpression([.. actions]), Condition = condition });
}
