using Keyfold.Aws.Tests.Configuration;
using Keyfold.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Keyfold.Aws.Tests;

/// <summary>What the README shows of the backend.</summary>
public sealed class ReadmeSnippets
{
    [Fact]
    public void An_application_is_taken_to_DynamoDB()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("DynamoDb:ServiceUrl", "http://localhost:8000")]);

        #region use dynamodb
        builder.Services
            .AddKeyfold(keyfold => keyfold.UseDynamoDb(builder.Configuration.GetSection("DynamoDb")))
            .AddTable<NoteTable>();
        #endregion

        using IHost host = builder.Build();
        Assert.IsType<DynamoDbBackend>(host.Services.GetRequiredService<IStorageBackend>());
    }
}
