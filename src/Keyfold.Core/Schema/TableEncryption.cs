namespace Keyfold.Schema;

/// <summary>Encryption at rest with a key of AWS KMS. Without it Amazon DynamoDB encrypts with a key that it owns.</summary>
/// <param name="KeyId">The id, ARN or alias of a key of the customer's; null for the key that AWS manages for DynamoDB.</param>
public sealed record TableEncryption(string? KeyId = null);
