using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.WardPacks;

/// <summary>What is missing before a pack may serve in Live (design rule 4).</summary>
public static class LiveReadiness
{
    /// <summary>Names everything that is missing.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="today">The day in Japan.</param>
    /// <returns>One entry per gap; empty when Live may start. Unchecked texts of other languages than Japanese are no gap:
    /// they are not served, and the reader gets a fallback.</returns>
    public static IReadOnlyList<ReadinessGap> Check(WardPack pack, DateOnly today)
    {
        var gaps = new List<ReadinessGap>();
        foreach (var file in pack.Verifications.Where(file => !file.HoldsOn(today)))
        {
            gaps.Add(file.VerifiedBy is null
                ? new ReadinessGap(file.File, "未検証 (not verified)")
                : file.VerifiedOn > today
                    ? new ReadinessGap(file.File, $"検証日が未来 {file.VerifiedOn:yyyy-MM-dd} (verified in the future)")
                    : new ReadinessGap(file.File, $"有効期限切れ {file.ValidUntil:yyyy-MM-dd} (expired)"));
        }

        gaps.AddRange(pack.Authorities
            .Where(authority => authority.Holder is null)
            .Select(authority => new ReadinessGap("roles.json", $"{authority.Office} ({authority.Id}) の在任者が未登録 (no holder)")));

        if (pack.Messages.Languages[LocalizedText.Japanese].CheckedBy is null)
        {
            gaps.Add(new ReadinessGap("messages/ja/orders.json", "日本語の文面が未確認 (Japanese texts not checked)"));
        }

        if (pack.Relays.Rules.Count > 0 && pack.Relays.CheckedBy.GetValueOrDefault(LocalizedText.Japanese) is null)
        {
            gaps.Add(new ReadinessGap("messages/ja/relays.json", "日本語の文面が未確認 (Japanese texts not checked)"));
        }

        if (pack.Relays.Tests.Count > 0 && pack.Relays.TestsCheckedBy.GetValueOrDefault(LocalizedText.Japanese) is null)
        {
            gaps.Add(new ReadinessGap("messages/ja/tests.json", "日本語の文面が未確認 (Japanese texts not checked)"));
        }

        if (pack.FacilityWording is { CheckedBy: null })
        {
            gaps.Add(new ReadinessGap("messages/ja/facilities.json", "日本語の文面が未確認 (Japanese texts not checked)"));
        }

        if (pack.Notices.Languages.GetValueOrDefault(LocalizedText.Japanese)?.CheckedBy is null)
        {
            gaps.Add(new ReadinessGap("messages/ja/notices.json", "日本語の文面が未確認 (Japanese texts not checked)"));
        }

        if (pack.CallOut is { Wording.CheckedBy: null })
        {
            gaps.Add(new ReadinessGap("call-out.json", "呼出しの文面が未確認 (texts not checked)"));
        }

        return gaps;
    }
}

/// <summary>One thing that is missing before Live.</summary>
/// <param name="File">The file of the pack.</param>
/// <param name="Reason">What is missing, in Japanese with English in brackets.</param>
public sealed record ReadinessGap(string File, string Reason)
{
    /// <summary>One line for the console.</summary>
    /// <returns><c>file: reason</c>.</returns>
    public override string ToString() => $"{File}: {Reason}";
}
