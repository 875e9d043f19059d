using Chiyoda.Bousai.TestServices.Browsers;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>Whether a document does what it should without the reader seeing it fail: no error in its scripts, nothing that its
/// content security policy stopped, no file that was not there.</summary>
internal static class Soundness
{
    private const string Complaints =
        """
        () => {
          const missing = performance.getEntriesByType('resource').filter(each => each.responseStatus >= 400)
            .map(each => `${each.responseStatus} ${each.name}`);
          if (typeof ReportingObserver === 'undefined') return missing;
          const observer = new ReportingObserver(() => {}, { types: ['csp-violation'], buffered: true });
          observer.observe();
          return [...missing, ...observer.takeRecords().map(each => `${each.body.effectiveDirective} ${each.body.blockedURL} ${each.body.sample ?? ''}`)];
        }
        """;

    public static async Task AssertAsync(BrowserPage page)
    {
        Assert.Empty(page.Errors);
        Assert.Empty(await page.CallAsync<string[]>(Complaints) ?? []);
    }
}
