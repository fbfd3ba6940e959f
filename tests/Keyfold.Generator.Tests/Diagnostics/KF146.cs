namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF146 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial class [|Note|]
        {
            public Note(string text, int width) => Text = text.PadLeft(width);

            public string Text { get; }
        }
        """;

    public override string Message =>
        "'Note' has no constructor that can be called with its stored properties; add one without parameters, or one whose parameters have their names and types";

    public override string Good => """
        [Document]
        public sealed partial class Note
        {
            public Note(string text, int width)
                : this(text.PadLeft(width))
            {
            }

            private Note(string text) => Text = text;

            public string Text { get; }
        }
        """;
}
