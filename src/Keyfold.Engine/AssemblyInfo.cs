using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Keyfold.Engine.Tests")]
