using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Retail.Web.Tests.Hosting;

/// <summary>What the API answered.</summary>
internal static class Answers
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        return JsonSerializer.Deserialize<T>(text, Json)!;
    }

    public static async Task<ProblemDetails> ProblemAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return await response.ReadAsync<ProblemDetails>(expected);
    }

    /// <summary>The errors of a problem by member.</summary>
    public static async Task<Dictionary<string, string[]>> ErrorsAsync(this HttpResponseMessage response)
    {
        var problem = await response.ReadAsync<HttpValidationProblem>(HttpStatusCode.BadRequest);
        return problem.Errors;
    }

    private sealed record HttpValidationProblem(Dictionary<string, string[]> Errors);
}
