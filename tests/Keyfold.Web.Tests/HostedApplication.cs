using System.Net;
using System.Net.Http.Json;
using Keyfold.Web.App;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Keyfold.Web.Tests;

/// <summary>An application over a table, hosted in memory with its backend swapped for a new engine by one line.</summary>
public sealed class HostedApplication : IDisposable
{
    private readonly WebApplicationFactory<Application> _factory = new WebApplicationFactory<Application>()
        .WithWebHostBuilder(host => host.ConfigureTestServices(services => services.UseKeyfoldEngine()));

    [Fact]
    public async Task A_customer_that_is_put_is_there()
    {
        HttpClient client = _factory.CreateClient();

        HttpResponseMessage put = await client.PutAsJsonAsync("/customers/17850", new CustomerRequest("United Kingdom", 0));
        CustomerResponse? read = await client.GetFromJsonAsync<CustomerResponse>("/customers/17850");

        Assert.Equal(new CustomerResponse("17850", "United Kingdom", 1), await put.Content.ReadFromJsonAsync<CustomerResponse>());
        Assert.Equal(new CustomerResponse("17850", "United Kingdom", 1), read);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/customers/17851")).StatusCode);
    }

    [Fact]
    public async Task A_put_of_an_old_version_is_a_conflict_that_shows_the_new_one()
    {
        HttpClient client = _factory.CreateClient();
        await client.PutAsJsonAsync("/customers/17850", new CustomerRequest("United Kingdom", 0));
        await client.PutAsJsonAsync("/customers/17850", new CustomerRequest("France", 1));

        HttpResponseMessage late = await client.PutAsJsonAsync("/customers/17850", new CustomerRequest("Spain", 1));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(new CustomerResponse("17850", "France", 2), await late.Content.ReadFromJsonAsync<CustomerResponse>());
    }

    [Fact]
    public async Task Pages_go_on_from_their_cursor_and_a_made_up_cursor_is_a_bad_request()
    {
        HttpClient client = _factory.CreateClient();
        foreach (string id in (string[])["1", "2", "3"])
        {
            await client.PutAsJsonAsync($"/customers/{id}", new CustomerRequest("France", 0));
        }

        CustomersResponse? first = await client.GetFromJsonAsync<CustomersResponse>("/countries/France/customers");
        CustomersResponse? second = await client.GetFromJsonAsync<CustomersResponse>($"/countries/France/customers?cursor={first!.Cursor}");
        HttpResponseMessage elsewhere = await client.GetAsync($"/countries/Spain/customers?cursor={first.Cursor}");

        Assert.Equal(["1", "2"], first.Ids);
        Assert.Equal(["3"], second!.Ids);
        Assert.Null(second.Cursor);
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Each_host_has_an_engine_of_its_own()
    {
        using WebApplicationFactory<Application> other =
            new WebApplicationFactory<Application>().WithWebHostBuilder(host => host.ConfigureTestServices(services => services.UseKeyfoldEngine()));
        await _factory.CreateClient().PutAsJsonAsync("/customers/17850", new CustomerRequest("United Kingdom", 0));

        Assert.Equal(HttpStatusCode.NotFound, (await other.CreateClient().GetAsync("/customers/17850")).StatusCode);
    }

    public void Dispose() => _factory.Dispose();
}
