using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Dissemination;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Writes what a person sends to a facility by mail or fax. Nothing is sent here, and there is none about a proposal: nothing is decided.</summary>
internal sealed class FacilityLetters(WardPack pack, Deployment deployment)
{
    /// <summary>The letter about an order; <see langword="null"/> when the ward has no sentences for it, or live may not use them.</summary>
    public FacilityLetter? About(Order order, string facility)
    {
        if (pack.FacilityWording is not { } wording || (wording.CheckedBy is null && !deployment.IsExercise))
        {
            return null;
        }

        var letter = wording.Write(slot => Fill(slot, order, facility), !order.IsInForce);
        return deployment.IsExercise ? letter with { Subject = Gateway.ExerciseMark + letter.Subject } : letter;
    }

    private string Fill(string slot, Order order, string facility)
    {
        var measure = order.Measure;
        return slot switch
        {
            "ward" => pack.Ward.Name.Ja,
            "facility" => facility,
            "order" => OrderKinds.Spoken(measure.Level),
            "cause" => measure.CauseName.Length > 0 ? $"{measure.CauseName}（{measure.Hazard.Word()}）" : measure.Hazard.Word(),
            "areas" => string.Join("、", measure.AreasIn(pack).Select(area => area.Name)),
            "action" => measure.Action.Word(),
            "reason" => measure.Reason,
            "time" => (order.EndedAt ?? order.UpdatedAt).ToJapan().ToString("M月d日 H時mm分", CultureInfo.InvariantCulture),
            "contact" => pack.Ward.Contacts is [var first, ..] ? $"{first.Office} {first.Telephone}".Trim() : pack.Ward.Name.Ja,
            "ending" => order.State.Word(),
            _ => throw new InvalidOperationException($"The pack was loaded with the slot {slot}."),
        };
    }
}
