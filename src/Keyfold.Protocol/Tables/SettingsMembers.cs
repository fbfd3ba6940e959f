using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>The members of CreateTable and UpdateTable that are settings: capacity, stream, encryption, class and protection.</summary>
internal sealed class SettingsMembers
{
    private string? _tableClass;
    private string? _billingMode;

    public BillingMode? BillingMode => _billingMode switch
    {
        null => null,
        "PAY_PER_REQUEST" => Schema.BillingMode.OnDemand,
        _ => Schema.BillingMode.Provisioned,
    };

    public UnitsMembers? Throughput { get; private set; }

    public UnitsMembers? OnDemandThroughput { get; private set; }

    public UnitsMembers? WarmThroughput { get; private set; }

    public StreamMembers? Stream { get; private set; }

    public EncryptionMembers? Encryption { get; private set; }

    public bool? IsDeletionProtected { get; private set; }

    public TableClass? TableClass => _tableClass switch
    {
        null => null,
        "STANDARD" => Schema.TableClass.Standard,
        "STANDARD_INFREQUENT_ACCESS" => Schema.TableClass.StandardInfrequentAccess,
        _ => throw StorageErrors.Validation(
            "Invalid table-class parameter provided. Please try again with a valid table-class value: [STANDARD, STANDARD_INFREQUENT_ACCESS]."),
    };

    /// <summary>Takes the current member, if it is one of these.</summary>
    public bool TryRead(ref RequestReader reader)
    {
        if (reader.Is("BillingMode"u8))
        {
            _billingMode = reader.ReadString();
        }
        else if (reader.Is("ProvisionedThroughput"u8))
        {
            Throughput = UnitsMembers.ReadProvisioned(ref reader);
        }
        else if (reader.Is("OnDemandThroughput"u8))
        {
            OnDemandThroughput = UnitsMembers.ReadOnDemand(ref reader);
        }
        else if (reader.Is("WarmThroughput"u8))
        {
            WarmThroughput = UnitsMembers.ReadWarm(ref reader);
        }
        else if (reader.Is("StreamSpecification"u8))
        {
            Stream = StreamMembers.Read(ref reader);
        }
        else if (reader.Is("SSESpecification"u8))
        {
            Encryption = EncryptionMembers.Read(ref reader);
        }
        else if (reader.Is("DeletionProtectionEnabled"u8))
        {
            IsDeletionProtected = reader.ReadBoolean();
        }
        else if (reader.Is("TableClass"u8))
        {
            _tableClass = reader.ReadString();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Checks what the service's model says.</summary>
    public void Constrain(Constraints constraints)
    {
        constraints.OneOf(_billingMode, "PROVISIONED, PAY_PER_REQUEST", "billingMode");
        Throughput?.ConstrainProvisioned(constraints, "provisionedThroughput");
        WarmThroughput?.ConstrainWarm(constraints, "warmThroughput");
        Stream?.Constrain(constraints);
        Encryption?.Constrain(constraints);
    }
}
