namespace Keyfold.Web.App;

public sealed record CustomerRequest(string Country, long Version);

public sealed record CustomerResponse(string Id, string Country, long Version);

public sealed record CustomersResponse(string[] Ids, string? Cursor);

/// <summary>The application's entry point, for whoever hosts it.</summary>
public sealed class Application;
