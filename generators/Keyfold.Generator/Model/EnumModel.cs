namespace Keyfold.Generator.Model;

/// <summary>An enum: its underlying type's keyword and its members in declaration order.</summary>
internal sealed record EnumModel(string UnderlyingType, EquatableArray<EnumMemberModel> Members);

/// <summary>A member of an enum.</summary>
/// <param name="Name">The name, which is also what is stored.</param>
/// <param name="IsAlias">Whether an earlier member has the same value: it is read, but never written.</param>
internal sealed record EnumMemberModel(string Name, bool IsAlias);
