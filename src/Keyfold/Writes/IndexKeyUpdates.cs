using System.Text;
using Keyfold.Expressions;
using Keyfold.Keys;
using Keyfold.Templates;

namespace Keyfold;

/// <summary>
/// Lets the keys of indexes follow the properties they are made of: an update that sets them all sets the key, one that removes any removes the key, and
/// one that changes only some is refused, since the key could not be told.
/// </summary>
internal static class IndexKeyUpdates
{
    public static void AddTo(List<UpdateAction> changes, UpdatePlan plan)
    {
        object[]? keyValues = null;
        foreach (KeyTemplate template in plan.Model.IndexKeys)
        {
            if (plan.Creates || IsTouched(template, plan))
            {
                keyValues ??= plan.KeyValues();
                AddTo(changes, plan, template, keyValues);
            }
        }
    }

    private static bool IsTouched(KeyTemplate template, UpdatePlan plan)
    {
        foreach (KeySegment segment in template.Segments)
        {
            if (segment.Part is { } part && FindStep(plan, part) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddTo(List<UpdateAction> changes, UpdatePlan plan, KeyTemplate template, object[] keyValues)
    {
        var missing = new List<string>();
        bool isTouched = false;
        Span<byte> stack = stackalloc byte[KeyTemplate.StackBytes];
        var key = new KeyWriter(stack);
        foreach (KeySegment segment in template.Segments)
        {
            if (segment.Part is not { } part)
            {
                key.String(segment.Text);
                continue;
            }

            UpdateStep? step = FindStep(plan, part);
            isTouched |= step is not null;
            if (step?.Action is RemoveAction)
            {
                changes.Add(new RemoveAction(template.AttributeName));
                return;
            }

            if ((step is null ? KeyValue(plan.Model, part, keyValues) : SetValue(plan.Model, template, step, part)) is { } value)
            {
                part.AppendBoxed(ref key, value);
            }
            else
            {
                missing.Add(part.Property);
            }
        }

        if (missing.Count == 0)
        {
            template.CheckLength(key.PartitionBytes.Length);
            changes.Add(new SetAction(template.AttributeName, new UpdateValue(Encoding.UTF8.GetString(key.PartitionBytes))));
        }
        else if (isTouched)
        {
            throw new InvalidOperationException(
                $"The update of {plan.Model.Name} changes a part of the key {template} but not {string.Join(" and ", missing)}. Set all its parts together.");
        }

        key.Dispose();
    }

    private static object SetValue(EntityModel model, KeyTemplate template, UpdateStep step, KeyPart part) => step.Value
        ?? throw new InvalidOperationException(
            $"The update of {model.Name} changes {part.Property} by {Verb(step.Action)}, but it is a part of the key {template}, which has to be known. Set it.");

    private static string Verb(UpdateAction action) => action switch
    {
        AddAction => "Add",
        _ => "SetIfNotExists",
    };

    private static object? KeyValue(EntityModel model, KeyPart part, object[] keyValues)
    {
        for (int index = 0; index < keyValues.Length; index++)
        {
            if (model.KeyProperties[index].Name == part.Property)
            {
                return keyValues[index];
            }
        }

        return null;

    }

    private static UpdateStep? FindStep(UpdatePlan plan, KeyPart part)
    {
        string attribute = plan.Model.AttributeOf(part.Property);
        for (UpdateStep? step = plan.Last; step is not null; step = step.Previous)
        {
            if (step.Action.Path.AttributeName == attribute)
            {
                return step;
            }
        }

        return null;
    }
}
