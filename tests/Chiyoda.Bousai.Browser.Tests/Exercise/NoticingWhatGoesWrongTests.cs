using Xunit;
using Xunit.Sdk;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>A check that never fails proves nothing: what the exercise relies on to find pages sound is made to fail here.</summary>
public sealed class NoticingWhatGoesWrongTests
{
    [Theory]
    [InlineData("document.body.setAttribute('style', 'color: red')")]
    [InlineData("document.head.append(Object.assign(document.createElement('script'), { textContent: '1' }))")]
    [InlineData("document.head.append(Object.assign(document.createElement('script'), { src: 'https://elsewhere.example/a.js' }))")]
    [InlineData("fetch('/not-there.js').then(() => null)")]
    [InlineData("console.error('broken')")]
    public async Task PageThatDoesWhatItMayNot_IsFoundOut(string deed)
    {
        await using var stage = await ExerciseStage.InChromiumAsync();
        var page = await stage.Browser.Session.OpenAsync(stage.At("/"));
        await Soundness.AssertAsync(page);

        await page.EvaluateAsync<object>($"(async () => {{ {deed}; await new Promise(done => setTimeout(done, 500)) }})()");

        await Assert.ThrowsAnyAsync<XunitException>(() => Soundness.AssertAsync(page));
    }
}
