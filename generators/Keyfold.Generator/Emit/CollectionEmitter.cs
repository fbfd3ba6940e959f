using Keyfold.Generator.Model;

namespace Keyfold.Generator.Emit;

/// <summary>Writes a table's item collections: a method that starts the query of each, and the class of its result.</summary>
internal sealed class CollectionEmitter
{
    private readonly TableModel _table;
    private readonly List<Collection> _collections = [];

    public CollectionEmitter(TableModel table, IReadOnlyList<TableEntityModel> entities)
    {
        _table = table;
        var taken = new HashSet<string>(entities.Select(entity => entity.Set), StringComparer.Ordinal);
        foreach (CollectionModel model in table.Collections.Where(model => taken.Add(model.Name)))
        {
            List<Member> members =
            [
                .. from name in model.Entities.Distinct()
                   from entity in entities
                   where entity.Type.FullName == name
                   from key in entity.Keys
                   where key.Index == model.Index
                   select new Member(entity, key),
            ];
            if (members.Count > 0)
            {
                _collections.Add(new Collection(model, members));
            }
        }
    }

    public void EmitMethods(SourceWriter writer)
    {
        foreach (Collection collection in _collections)
        {
            Member first = collection.Members[0];
            KeyPartModel[] parts = [.. PartNames(collection)];
            var parameters = new KeyParameters(parts);
            string entities = string.Join(", ", collection.Members.Select(member => $"<see cref=\"{member.Entity.Type.FullName}\"/>"));
            writer.Blank();
            writer.Write($"""
                /// <summary>The collection of {entities} with {Doc.Attributes(first.Key.Partition)}, in one query.</summary>
                {SourceFile.GeneratedCode}
                {Visibility(collection)} global::Keyfold.CollectionQuery<{TypeOf(collection)}> {collection.Model.Name}({parameters.Declaration}) =>
                    new({first.Entity.Set}.{EntityScope.PlanOf(first.Key)}({string.Join(", ", parts.Select(parameters.Of))}).AsCollection({Literals.Quoted(collection.Model.Name)}));
                """);
        }
    }

    public void EmitResults(SourceWriter writer)
    {
        foreach (Collection collection in _collections)
        {
            EmitResult(writer, collection);
        }
    }

    /// <summary>
    /// The parts of the shared partition key. Entities may name a part differently (Id, CustomerId): the longest name says most.
    /// </summary>
    private static IEnumerable<KeyPartModel> PartNames(Collection collection)
    {
        List<List<KeyPartModel>> all = [.. collection.Members.Select(member => new KeyParameters(member.Key.PartitionParts).Parts.ToList())];
        for (int i = 0; i < all[0].Count; i++)
        {
            // The type is that of the first, whose query it is: should others differ, that is reported.
            KeyPartModel longest = all.Where(parts => i < parts.Count).Select(parts => parts[i]).OrderByDescending(part => part.Property.Length).First();
            yield return all[0][i] with { Property = longest.Property };
        }
    }

    private void EmitResult(SourceWriter writer, Collection collection)
    {
        string name = collection.Model.Name;
        string type = TypeOf(collection);
        writer.Blank();
        writer.Write($"""
            /// <summary>What the collection <c>{name}</c> holds: all items with {Doc.Attributes(collection.Members[0].Key.Partition)}.</summary>
            {SourceFile.GeneratedCode}
            """);
        using (writer.Block($"{Visibility(collection)} sealed class {name} : global::Keyfold.IItemCollection<{type}>"))
        {
            using (writer.Block($"private {name}(global::Keyfold.CollectionItems items)"))
            {
                foreach (Member member in collection.Members)
                {
                    writer.Write($"{member.Property} = items.{member.Take}<{member.Entity.Type.FullName}>();");
                }

                writer.Write("Unrecognized = items.TakeRest();");
            }

            foreach (Member member in collection.Members)
            {
                string which = member.Key.Sort.Count == 0 ? "" : $" with {Doc.Attributes(member.Key.Sort)}";
                string summary = member.IsSingle ? $"The one{which}, or null." : $"Those{which}, in the order of the query.";
                writer.Blank();
                writer.Write($$"""
                    /// <summary>{{summary}}</summary>
                    public {{member.Type}} {{member.Property}} { get; }
                    """);
            }

            writer.Blank();
            writer.Write($$"""
                /// <summary>The items that are of none of these types.</summary>
                public global::System.Collections.Generic.IReadOnlyList<global::Keyfold.UnrecognizedItem> Unrecognized { get; }

                static {{type}} global::Keyfold.IItemCollection<{{type}}>.Create(global::Keyfold.CollectionItems items) => new(items);
                """);
        }
    }

    private static string Visibility(Collection collection) => collection.Members.All(member => member.Entity.Type.IsPublic) ? "public" : "internal";

    private string TypeOf(Collection collection)
    {
        TypeModel type = _table.Type;
        return type.FullName.Substring(0, type.FullName.Length - type.Name.Length) + collection.Model.Name;
    }

    private sealed record Collection(CollectionModel Model, IReadOnlyList<Member> Members);

    /// <summary>An entity type in a collection, with the key that the collection is read by.</summary>
    private sealed record Member(TableEntityModel Entity, KeyModel Key)
    {
        /// <summary>Whether there is at most one: its sort key is a constant of the table.</summary>
        public bool IsSingle => Key is { Kind: KeyKind.Primary, IsSingle: true };

        public string Property => IsSingle ? Entity.Type.Name : Entity.Set;

        public string Take => !IsSingle ? "TakeAll" : Entity.Type.IsValueType ? "TakeOneValue" : "TakeOne";

        public string Type => IsSingle ? Entity.Type.FullName + "?" : $"global::System.Collections.Generic.IReadOnlyList<{Entity.Type.FullName}>";
    }
}
