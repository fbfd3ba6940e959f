namespace Keyfold.Engine.Partitions;

/// <summary>
/// The one switch of a commit over several partitions: each gets its new version first, hidden; then the switch shows all of them at
/// once. Without it a client could read one partition after the commit and then another one before it.
/// </summary>
internal sealed class JointCommit
{
    private volatile bool _isComplete;

    public bool IsComplete => _isComplete;

    public void Complete() => _isComplete = true;
}
