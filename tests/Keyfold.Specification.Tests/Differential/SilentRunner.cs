using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Keyfold.Specification.Tests.Differential;

/// <summary>Lets the test tell what failed: FsCheck would print every request of the longest sequence.</summary>
internal sealed class SilentRunner : IRunner
{
    public void OnStartFixture(Type value)
    {
    }

    public void OnArguments(int value1, FSharpList<object> value2, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> value3)
    {
    }

    public void OnShrink(FSharpList<object> value1, FSharpFunc<FSharpList<object>, string> value2)
    {
    }

    public void OnFinished(string value1, FsCheck.TestResult value2)
    {
    }
}
