using System.Text.Json;

namespace Chiyoda.Bousai.TestHub;

/// <summary>Two people at two desks of one hub: one submits and records the decision, the other releases.</summary>
internal sealed class Desks(StaffClient author, StaffClient releaser) : IDisposable
{
    public StaffClient Author => author;

    public StaffClient Releaser => releaser;

    public static async Task<Desks> OpenAsync(RunningHub hub) => new(await hub.SignInAsync("Recorder"), await hub.SignInAsync("Releaser"));

    /// <summary>Submits the one draft, records a decision and releases it.</summary>
    /// <param name="at">When the decision was given.</param>
    /// <param name="isAgain">Whether the same was issued or lifted just before, so that the release confirms it.</param>
    /// <returns>The answer to the release.</returns>
    public async Task<JsonElement> IssueDraftAsync(DateTimeOffset at, bool isAgain = false)
    {
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        return await ReleaseSubmittedAsync(at, isAgain);
    }

    /// <summary>Records a decision on the one submitted proposal and releases it.</summary>
    public async Task<JsonElement> ReleaseSubmittedAsync(DateTimeOffset at, bool isAgain = false)
    {
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), at));
        var decided = await releaser.ProposalAsync("decided");
        return await Answers.OkAsync(isAgain ? releaser.ReleaseAsync(decided, StaffClient.Again) : releaser.ReleaseAsync(decided));
    }

    public void Dispose()
    {
        author.Dispose();
        releaser.Dispose();
    }
}
