using Keyfold.Engine.Tables.Resources;
using Keyfold.Storage;

namespace Keyfold.Engine;

/// <content>Tags and policies.</content>
public sealed partial class EmbeddedEngine : ITableResources
{
    /// <inheritdoc/>
    public string Region => _state.Options.Region;

    /// <inheritdoc/>
    public ValueTask<Sequence<ResourceTag>> ListTagsAsync(string resourceArn, CancellationToken cancellationToken = default) =>
        Run(Tags.List, resourceArn, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Sequence<ResourceTag>> TagAsync(string resourceArn, Sequence<ResourceTag> tags, CancellationToken cancellationToken = default) =>
        Run(Tags.Add, (resourceArn, tags), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Sequence<ResourceTag>> UntagAsync(string resourceArn, Sequence<string> tagKeys, CancellationToken cancellationToken = default) =>
        Run(Tags.Remove, (resourceArn, tagKeys), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ResourcePolicy> GetPolicyAsync(string resourceArn, CancellationToken cancellationToken = default) =>
        Run(Policies.Get, resourceArn, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ResourcePolicy> PutPolicyAsync(
        string resourceArn, string document, string? expectedRevisionId = null, CancellationToken cancellationToken = default) =>
        Run(Policies.Put, (resourceArn, document, expectedRevisionId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ResourcePolicy?> DeletePolicyAsync(
        string resourceArn, string? expectedRevisionId = null, CancellationToken cancellationToken = default) =>
        Run(Policies.Delete, (resourceArn, expectedRevisionId), cancellationToken);
}
