using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.Browsers;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>Pictures of pages. Those that documents show lie in the folder <c>Pictures</c> and are taken anew with
/// <c>UPDATE_SNAPSHOTS=1</c>; all others, and all of them otherwise, go to the machine's folder for temporary files.</summary>
internal static class Album
{
    /// <summary>Octets; a document with six of these still opens on a slow line.</summary>
    private const int Largest = 300_000;

    private static readonly bool IsKept = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    private static readonly string Passing = Path.Combine(Path.GetTempPath(), "bousai-pictures");

    private static readonly string Shown = IsKept ? Path.Combine(Repository.Root, "tests", "Chiyoda.Bousai.Browser.Tests", "Pictures") : Passing;

    /// <summary>Takes a picture after looking whether the page fits and is sound.</summary>
    /// <param name="page">What to take it of.</param>
    /// <param name="name">File name without ending.</param>
    /// <param name="size">CSS pixels.</param>
    /// <param name="isShown">Whether a document shows it: then it is of what is in view, else of the whole page.</param>
    public static async Task TakeAsync(BrowserPage page, string name, Size size, bool isShown = false)
    {
        await page.SetViewportAsync(size.Width, size.Height, size.IsPhone ? 2 : 1);
        await page.ActivateAsync();
        await page.EvaluateAsync<object>("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 150)))");
        await AssertFitsAsync(page, name);
        await Soundness.AssertAsync(page);

        var octets = await page.ScreenshotAsync(wholePage: !isShown);
        Assert.True(!isShown || octets.Length <= Largest, $"{name} has {octets.Length} octets.");
        var folder = Directory.CreateDirectory(isShown ? Shown : Passing).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), octets, TestContext.Current.CancellationToken);
    }

    /// <summary>On a phone, on a desk, and at night; where a document shows it, also on a screen set upright.</summary>
    public static async Task TakeOfStaffAsync(BrowserPage page, string name, bool isShown = false)
    {
        if (isShown)
        {
            await TakeAsync(page, $"{name}-1440", Size.TallDesk, isShown: true);
        }

        await TakeAsync(page, $"{name}-360", Size.Phone);
        await TakeAsync(page, $"{name}-1440-whole", Size.Desk);
        await page.EmulateColorSchemeAsync(ColorScheme.Dark);
        await TakeAsync(page, $"{name}-1440-dark", Size.Desk);
        await page.EmulateColorSchemeAsync(ColorScheme.Light);
    }

    /// <summary>Nothing has to be pushed sideways to be read, except inside a part that says so.</summary>
    private static async Task AssertFitsAsync(BrowserPage page, string name)
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                .map(each => `${each.tagName}.${each.className} ${each.textContent.trim().slice(0, 30)}`)
            """) ?? [];
        Assert.True(wide.Length == 0, $"{name} is too wide: {string.Join(" | ", wide)}");
    }

    /// <summary>A screen.</summary>
    internal sealed record Size(int Width, int Height)
    {
        public static Size Phone { get; } = new(360, 720);

        public static Size Desk { get; } = new(1440, 900);

        /// <summary>A screen set upright, as documents show it: more of the page in one picture.</summary>
        public static Size TallDesk { get; } = new(1440, 1160);

        public bool IsPhone => Width < 600;
    }
}
