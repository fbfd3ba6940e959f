namespace Keyfold.Schema;

/// <summary>How a table's requests are paid for and limited.</summary>
public enum BillingMode
{
    /// <summary>By the capacity that it is provisioned with; more is throttled.</summary>
    Provisioned,

    /// <summary>By the request.</summary>
    OnDemand,
}
