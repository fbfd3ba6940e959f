namespace Keyfold.Storage;

/// <summary>
/// What is attached to tables and streams by their Amazon resource names: tags, and policies. The backend keeps them and gives them back; it
/// does not judge access by them. Implementations are safe for concurrent use.
/// </summary>
public interface ITableResources
{
    /// <summary>The AWS region in the names of the resources.</summary>
    string Region { get; }

    /// <summary>The tags of a resource, in ascending order of their keys.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table or stream.</exception>
    ValueTask<Sequence<ResourceTag>> ListTagsAsync(string resourceArn, CancellationToken cancellationToken = default);

    /// <summary>Adds tags to a resource, replacing those with the same keys.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table or stream;
    /// <see cref="StorageErrorCode.ValidationException"/>: it would have more than <see cref="Limits.TagsMax"/>.</exception>
    ValueTask<Sequence<ResourceTag>> TagAsync(string resourceArn, Sequence<ResourceTag> tags, CancellationToken cancellationToken = default);

    /// <summary>Removes tags from a resource; a missing one is no error.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table or stream.</exception>
    ValueTask<Sequence<ResourceTag>> UntagAsync(string resourceArn, Sequence<string> tagKeys, CancellationToken cancellationToken = default);

    /// <summary>The policy of a resource.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table or stream;
    /// <see cref="StorageErrorCode.PolicyNotFoundException"/>: it has no policy.</exception>
    ValueTask<ResourcePolicy> GetPolicyAsync(string resourceArn, CancellationToken cancellationToken = default);

    /// <summary>Attaches a policy to a resource, in place of the one that it has.</summary>
    /// <param name="resourceArn">The resource.</param>
    /// <param name="document">The policy: JSON of up to <see cref="Limits.PolicyBytesMax"/> bytes.</param>
    /// <param name="expectedRevisionId">The revision that must be there, <see cref="ResourcePolicy.None"/> if there must be none, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table or stream;
    /// <see cref="StorageErrorCode.PolicyNotFoundException"/>: the revision is another one.</exception>
    ValueTask<ResourcePolicy> PutPolicyAsync(
        string resourceArn, string document, string? expectedRevisionId = null, CancellationToken cancellationToken = default);

    /// <summary>Removes the policy of a resource, and gives what was removed; null if there was none, which is no error.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.ResourceNotFoundException"/>: there is no such table or stream;
    /// <see cref="StorageErrorCode.PolicyNotFoundException"/>: the revision is another one.</exception>
    ValueTask<ResourcePolicy?> DeletePolicyAsync(string resourceArn, string? expectedRevisionId = null, CancellationToken cancellationToken = default);
}

/// <summary>A tag.</summary>
/// <param name="Key">1 to 128 characters, unique for its resource.</param>
/// <param name="Value">Up to 256 characters.</param>
public sealed record ResourceTag(string Key, string Value);

/// <summary>A resource's policy.</summary>
/// <param name="Document">JSON, as it was put.</param>
/// <param name="RevisionId">Changes with the document.</param>
public sealed record ResourcePolicy(string Document, string RevisionId)
{
    /// <summary>Stands for the revision of no policy.</summary>
    public const string None = "NO_POLICY";
}
