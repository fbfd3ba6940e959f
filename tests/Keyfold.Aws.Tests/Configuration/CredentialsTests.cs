using Amazon.Runtime;
using Keyfold.Aws.Configuration;

namespace Keyfold.Aws.Tests.Configuration;

/// <summary>
/// Where credentials come from is the AWS SDK's business: each way that a profile can name leads to the SDK's own provider, with the profile's region. None is asked, so
/// that nothing goes over a network.
/// </summary>
public sealed class CredentialsTests
{
    [Theory]
    [InlineData("keyfold-static", "eu-west-1", typeof(BasicAWSCredentials))]
    [InlineData("keyfold-role", "eu-west-2", typeof(AssumeRoleAWSCredentials))]
    [InlineData("keyfold-machine-role", "eu-west-3", typeof(AssumeRoleAWSCredentials))]
    [InlineData("keyfold-web", "eu-north-1", typeof(AssumeRoleWithWebIdentityCredentials))]
    [InlineData("keyfold-process", "eu-south-1", typeof(ProcessAWSCredentials))]
    [InlineData("keyfold-sso", "eu-central-2", typeof(SSOAWSCredentials))]
    public void A_profile_gives_its_region_and_the_SDKs_provider(string profile, string region, Type provider)
    {
        ServiceAccess access = ServiceAccess.Find(new DynamoDbOptions { Profile = profile });
        Assert.Equal((region, $"https://dynamodb.{region}.amazonaws.com/", provider), (access.Region, access.Endpoint.ToString(), access.Credentials.GetType()));
    }

    [Fact]
    public void Without_options_it_is_the_environments_profile()
    {
        ServiceAccess access = ServiceAccess.Find(new DynamoDbOptions());
        Assert.Equal(("eu-central-2", typeof(SSOAWSCredentials)), (access.Region, access.Credentials.GetType()));
    }

    [Fact]
    public void Options_go_before_the_profile()
    {
        var credentials = new BasicAWSCredentials("other", "other");
        ServiceAccess access = ServiceAccess.Find(new DynamoDbOptions { Profile = "keyfold-static", Region = "us-east-2", Credentials = credentials });
        Assert.Equal(("us-east-2", (AWSCredentials)credentials), (access.Region, access.Credentials));
    }

    [Fact]
    public void The_credentials_of_a_profile_are_those_it_names()
    {
        ImmutableCredentials found = ServiceAccess.Find(new DynamoDbOptions { Profile = "keyfold-static" }).Credentials.GetCredentials();
        Assert.Equal(("AKIDEXAMPLE", "secret", false), (found.AccessKey, found.SecretKey, found.UseToken));
    }
}
