namespace Keyfold.Server.Authentication;

/// <summary>What a credential says: whose key, and for which day, region and service the signing key was made of it.</summary>
internal readonly record struct CredentialScope(string AccessKeyId, string Date, string Region, string Service, string Terminator)
{
    /// <summary>False if the credential has not five elements.</summary>
    public static bool TryParse(string credential, out CredentialScope scope)
    {
        string[] elements = credential.Split('/');
        scope = elements.Length == 5 ? new(elements[0], elements[1], elements[2], elements[3], elements[4]) : default;
        return elements.Length == 5;
    }

    /// <summary>The scope as it is signed.</summary>
    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";
}
