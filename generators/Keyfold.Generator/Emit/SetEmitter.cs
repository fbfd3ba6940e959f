using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;

namespace Keyfold.Generator.Emit;

/// <summary>Writes the entity's set: what takes the parts of its primary key, and a method for each access pattern.</summary>
internal sealed class SetEmitter(EntityScope scope)
{
    public void Emit(SourceWriter writer)
    {
        string name = scope.Type.Name + "Set";
        writer.Blank();
        writer.Write($"""
            /// <summary>The entities of type <see cref="{scope.Self}"/>.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Block($"{scope.Visibility} sealed class {name} : global::Keyfold.EntitySet<{scope.Self}, {scope.FieldsType}, {scope.KeyType}>"))
        {
            writer.Write($$"""
                internal {{name}}(global::Keyfold.TableConnection connection)
                    : base(connection)
                {
                }

                """);
            EmitOfPrimaryKey(writer, scope.Entity.PrimaryKey!);
            foreach (KeyModel key in scope.Queries)
            {
                EmitQuery(writer, key);
            }

            foreach (KeyModel key in scope.Entity.SecondaryKeys)
            {
                EmitScan(writer, key);
            }

            foreach (KeyModel key in scope.Entity.Keys)
            {
                EmitPlan(writer, key);
            }
        }
    }

    private void EmitOfPrimaryKey(SourceWriter writer, KeyModel key)
    {
        var parameters = new KeyParameters(key.Attributes.SelectMany(attribute => attribute.Parts), "consistent", "cancellationToken", "condition");
        string one = $"the one with {Doc.Key(key)}";
        string itemKey = $"{scope.Keys}.Primary({parameters.Arguments})";
        string get = scope.Type.IsValueType ? "GetValueAsync" : "GetAsync";
        writer.Write($"""
            /// <summary>Reads {one}; null if there is none.</summary>
            /// <remarks>With <paramref name="consistent"/> every write that was acknowledged before is seen, at twice the units.</remarks>
            public global::System.Threading.Tasks.ValueTask<{scope.Self}?> GetAsync({parameters.DeclarationAndMore}bool consistent = false, global::System.Threading.CancellationToken cancellationToken = default) =>
                global::Keyfold.EntityReads.{get}<{scope.Self}>(Connection, {itemKey}, consistent, cancellationToken);

            /// <summary>Deletes {one}. A missing one is no error.</summary>
            public global::System.Threading.Tasks.ValueTask DeleteAsync({parameters.DeclarationAndMore}global::System.Threading.CancellationToken cancellationToken = default) =>
                Delete({parameters.Arguments}).ApplyAsync(cancellationToken);

            /// <summary>Starts a delete of {one}, for conditions and transactions.</summary>
            public global::Keyfold.Delete<{scope.Self}, {scope.FieldsType}> Delete({parameters.Declaration}) =>
                Delete({itemKey});

            /// <summary>Starts an update of {one}.</summary>
            public global::Keyfold.Update<{scope.Self}, {scope.FieldsType}, {scope.UpdateFieldsType}> Update({parameters.Declaration}) =>
                new(Connection, new {scope.KeyType}({parameters.Arguments}));

            /// <summary>A condition on {one}, for a transaction.</summary>
            public global::Keyfold.Check<{scope.Self}> Check({parameters.DeclarationAndMore}global::System.Func<{scope.FieldsType}, global::Keyfold.Expressions.Condition> condition) =>
                Check({itemKey}, condition);
            """);
    }

    private void EmitQuery(SourceWriter writer, KeyModel key)
    {
        var parameters = new KeyParameters(key.PartitionParts);
        string order = key.Sort.Count == 0 ? "" : $", in the order of {Doc.Attributes(key.Sort)}";
        string which = Doc.Attributes(key.Partition);
        writer.Blank();
        writer.Write($"""
            /// <summary>Those with {which}{order}.</summary>
            public {QueryEmitter.TypeOf(scope, key)} {key.Method}({parameters.Declaration}) => new({EntityScope.PlanOf(key)}({parameters.Arguments}));
            """);
    }

    private void EmitScan(SourceWriter writer, KeyModel key)
    {
        writer.Blank();
        writer.Write($"""
            /// <summary>Starts a scan of index <c>{Literals.Xml(key.Index!)}</c> for the set's entities that are in it, in no order. All of the index is read and paid for.</summary>
            public global::Keyfold.Scan<{scope.Self}, {scope.FieldsType}> {GeneratedNames.Scan(key)}() => Scan({scope.Keys}.{scope.PatternOf(key)});
            """);
    }

    private void EmitPlan(SourceWriter writer, KeyModel key)
    {
        var parameters = new KeyParameters(key.PartitionParts, "key");
        string declaration = $"internal global::Keyfold.QueryPlan {EntityScope.PlanOf(key)}({parameters.Declaration})";
        string pattern = $"{scope.Keys}.{scope.PatternOf(key)}";
        writer.Blank();
        if (key.Partition.All(attribute => attribute.IsPlain))
        {
            string terms = string.Join(", ", key.Partition.Select(attribute =>
                $"{scope.Keys}.{scope.NameOf(attribute, isSort: false, attribute.Parts.Single())}.ToTerm({parameters.Of(attribute.Parts.Single())})"));
            writer.Write($"{declaration} => new(Connection, {pattern}, {terms});");
            return;
        }

        using (writer.Block(declaration))
        {
            writer.Write(KeysEmitter.NewWriter);
            writer.Write("key.Partition();");
            new KeysEmitter(scope).EmitAppend(writer, key.Partition[0], isSort: false, parameters, scope.Keys + ".");
            writer.Write($"return new(Connection, {pattern}, {scope.Keys}.{scope.NameOf(key.Partition[0], isSort: false)}.ToTerm(ref key));");
        }
    }
}
