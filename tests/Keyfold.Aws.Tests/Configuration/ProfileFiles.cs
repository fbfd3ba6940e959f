[assembly: AssemblyFixture(typeof(Keyfold.Aws.Tests.Configuration.ProfileFiles))]

namespace Keyfold.Aws.Tests.Configuration;

/// <summary>The profiles of this machine as far as the tests know, for all of them: the AWS SDK looks once in a process where they are.</summary>
public sealed class ProfileFiles : IDisposable
{
    private const string Profiles =
        """
        [profile keyfold-static]
        region = eu-west-1
        aws_access_key_id = AKIDEXAMPLE
        aws_secret_access_key = secret

        [profile keyfold-role]
        region = eu-west-2
        role_arn = arn:aws:iam::123456789012:role/reader
        source_profile = keyfold-static

        [profile keyfold-machine-role]
        region = eu-west-3
        role_arn = arn:aws:iam::123456789012:role/reader
        credential_source = Ec2InstanceMetadata

        [profile keyfold-web]
        region = eu-north-1
        role_arn = arn:aws:iam::123456789012:role/reader
        web_identity_token_file = /var/run/token

        [profile keyfold-process]
        region = eu-south-1
        credential_process = /usr/local/bin/credentials

        [profile keyfold-sso]
        region = eu-central-2
        sso_session = company
        sso_account_id = 123456789012
        sso_role_name = reader

        [sso-session company]
        sso_region = eu-central-1
        sso_start_url = https://company.awsapps.com/start
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("keyfold").FullName;

    public ProfileFiles()
    {
        string credentials = Path.Combine(_directory, "credentials");
        File.WriteAllText(credentials, "");
        File.WriteAllText(Path.Combine(_directory, "config"), Profiles);

        // the SDK looks for the file "config" beside this one
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", credentials);
        Environment.SetEnvironmentVariable("AWS_PROFILE", "keyfold-sso");
        Array.ForEach(["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], variable => Environment.SetEnvironmentVariable(variable, null));

        // a machine's role is asked for at a place where nobody answers
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9");
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
