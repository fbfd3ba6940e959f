namespace Keyfold;

/// <summary>
/// Makes an integer property the entity's version: each write adds one, and a write that asks for it fails if the stored version is not the
/// one that was read. An entity that was never stored has version 0.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VersionAttribute : Attribute;
