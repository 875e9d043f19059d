using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.WardPacks;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>Puts a call into the fixed sentences of the pack.</summary>
public sealed class CallOutTexts(WardPack pack, CallOutTokens tokens, IOptions<CallOutOptions> options)
{
    /// <summary>Subject and body of a message.</summary>
    /// <exception cref="InvalidOperationException">The ward has no sentences for it: nothing begins a call-out then.</exception>
    public (string Subject, string Body) Render(Personal personal, CallOut callOut)
    {
        var plan = pack.CallOut ?? throw new InvalidOperationException("The ward has no call-outs.");
        var text = personal.Purpose == CallOutPurpose.Call ? plan.Wording.Call : plan.Wording.Muster;
        return (text.Subject.Fill(Fill), text.Body.Fill(Fill));

        string Fill(string slot) => slot switch
        {
            "ward" => pack.Ward.Name.Ja,
            "reason" => callOut.Reason,
            "time" => callOut.BegunAt.ToJapan().ToString("M月d日 H:mm", System.Globalization.CultureInfo.InvariantCulture),
            "post" => NameOf(plan, personal.Post),
            "staffing" => callOut.StaffingId is { } id && plan.Staffings.TryGetValue(id, out var staffing) ? staffing.Name : string.Empty,
            "answered" => callOut.AnsweredPost.Length > 0 ? NameOf(plan, callOut.AnsweredPost) : callOut.AnsweredAt is null ? string.Empty : "災害対策本部",
            "url" => LinkFor(new CallOutPlace(callOut.Id, personal.Post))?.AbsoluteUri ?? "（リンクはありません。災害対策本部に電話してください）",
            _ => throw new InvalidOperationException($"The pack was loaded with the slot {slot}."),
        };
    }

    /// <summary>The address by which a post answers; <see langword="null"/> when the deployment names none.</summary>
    public Uri? LinkFor(CallOutPlace place) => options.Value.PublicUrl is { } hub ? new Uri(hub, $"call-out/{tokens.Write(place)}") : null;

    private static string NameOf(CallOutPlan plan, string post) => plan.Posts.TryGetValue(post, out var known) ? known.Name : post;
}
