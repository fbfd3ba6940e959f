using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>An SSESpecification.</summary>
internal sealed class EncryptionMembers
{
    private bool? _isEnabled;
    private string? _type;
    private string? _keyId;

    public static EncryptionMembers? Read(ref RequestReader reader)
    {
        if (!reader.BeginStructure("SSESpecification"))
        {
            return null;
        }

        EncryptionMembers encryption = new();
        while (reader.NextMember())
        {
            if (reader.Is("Enabled"u8))
            {
                encryption._isEnabled = reader.ReadBoolean();
            }
            else if (reader.Is("SSEType"u8))
            {
                encryption._type = reader.ReadString();
            }
            else if (reader.Is("KMSMasterKeyId"u8))
            {
                encryption._keyId = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return encryption;
    }

    public void Constrain(Constraints constraints)
    {
        constraints.OneOf(_type, "AES256, KMS", "sSESpecification.sSEType");
        if (_keyId is not null)
        {
            constraints.Length(_keyId.Length, _keyId, 1, 2048, "sSESpecification.kMSMasterKeyId");
        }
    }

    /// <summary>The encryption, or null for the service's own key.</summary>
    /// <exception cref="StorageException">The members do not fit each other.</exception>
    public TableEncryption? Build()
    {
        bool isEnabled = _isEnabled ?? false;
        if (!isEnabled && _type is not null)
        {
            throw StorageErrors.InvalidParameter("SSEType can not be specified if Enabled is false");
        }

        if (!isEnabled && _keyId is not null)
        {
            throw StorageErrors.InvalidParameter("KMSMasterKeyId can not be specified if Enabled is false");
        }

        if (_type == "AES256")
        {
            throw StorageErrors.InvalidParameter("SSEType AES256 is not supported");
        }

        if (_keyId is not null && _type is null)
        {
            throw StorageErrors.InvalidParameter("SSEType KMS is required if KMSMasterKeyId is specified");
        }

        return isEnabled ? new TableEncryption(_keyId) : null;
    }
}
