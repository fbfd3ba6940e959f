using System.Text.Json.Serialization;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Benchmarks.Contenders;

[JsonSerializable(typeof(Order))]
internal sealed partial class OrderJson : JsonSerializerContext;
