using System.Text;

namespace Keyfold.Aws.Transport;

/// <summary>An operation as requests name it.</summary>
internal sealed class ServiceOperation
{
    private ServiceOperation(string name)
    {
        Name = name;
        Target = "DynamoDB_20120810." + name;
        Utf8Target = Encoding.ASCII.GetBytes(Target);
    }

    public static ServiceOperation GetItem { get; } = new("GetItem");

    public static ServiceOperation PutItem { get; } = new("PutItem");

    public static ServiceOperation UpdateItem { get; } = new("UpdateItem");

    public static ServiceOperation DeleteItem { get; } = new("DeleteItem");

    public static ServiceOperation Query { get; } = new("Query");

    public static ServiceOperation Scan { get; } = new("Scan");

    public static ServiceOperation BatchGetItem { get; } = new("BatchGetItem");

    public static ServiceOperation BatchWriteItem { get; } = new("BatchWriteItem");

    public static ServiceOperation TransactGetItems { get; } = new("TransactGetItems");

    public static ServiceOperation TransactWriteItems { get; } = new("TransactWriteItems");

    public string Name { get; }

    /// <summary>The X-Amz-Target header.</summary>
    public string Target { get; }

    /// <summary>The same in bytes, as it is signed.</summary>
    public byte[] Utf8Target { get; }
}
