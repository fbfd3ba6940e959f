using Microsoft.Playwright;

namespace Retail.Web.Tests.Browser;

/// <summary>The machine's Chromium, started once for the tests of a class. Where there is none those tests are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Variable = "CHROMIUM_PATH";

    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    // as root and without a display; the rest keeps the browser from calling home
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string? path = Environment.GetEnvironmentVariable(Variable) ?? Array.Find(Places, File.Exists);
        if (path is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Switches });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a page of a new visitor, without JavaScript as the application promises to need none.</summary>
    public async Task<IPage> VisitAsync(Uri address, int width = 1280, int height = 860)
    {
        Assert.SkipWhen(_browser is null, $"There is no Chromium on this machine: install it, or name its program in {Variable}.");
        IBrowserContext visitor = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            JavaScriptEnabled = false,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        return await visitor.NewPageAsync();
    }
}
