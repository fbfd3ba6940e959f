using Amazon.Runtime;

namespace Keyfold.Aws.InProcess;

/// <summary>Hands the SDK one and the same client. A client without a socket holds nothing that would have to be disposed of.</summary>
internal sealed class InProcessClientFactory(HttpClient client) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    // the SDK's cache is keyed by the configuration, which does not tell one engine from another
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
