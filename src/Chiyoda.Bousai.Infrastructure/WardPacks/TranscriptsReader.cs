using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>transcripts/*.json</c> and <c>documents.json</c>: what is typed into systems elsewhere, and the papers that the law asks for.</summary>
internal static class TranscriptsReader
{
    public const string Documents = "documents.json";

    public static IReadOnlyList<Transcript> Read(PackFolder folder)
    {
        var transcripts = new List<Transcript>();
        foreach (var name in folder.OptionalJsonFiles("transcripts"))
        {
            if (folder.Verified(name) is not { } file)
            {
                continue;
            }

            var minutes = file.Number("lateAfterMinutes");
            if (minutes is not (>= 1 and <= 1440))
            {
                file.Problem(PackRules.TranscriptMinutes, "lateAfterMinutes");
            }

            var transcript = new Transcript(
                file.Text("id"), file.Text("name"), file.Text("basis"), TimeSpan.FromMinutes(Math.Clamp(minutes, 1, 1440)), [.. file.Objects("fields").Select(Field)]);
            file.Done();
            if (Path.GetFileNameWithoutExtension(name) != transcript.Id)
            {
                file.Problem(PackRules.FileName, "id");
            }

            if (transcript.Fields.Count == 0)
            {
                file.Problem(PackRules.EmptyList, "fields");
            }

            transcripts.Add(transcript);
        }

        return transcripts;
    }

    /// <summary>The words of the papers; <see langword="null"/> when the ward writes them elsewhere.</summary>
    public static LegalTexts? ReadDocuments(PackFolder folder)
    {
        if (!File.Exists(folder.FullPath(Documents)) || folder.Verified(Documents) is not { } file)
        {
            return null;
        }

        var texts = new Dictionary<(LegalDuty, Act), LegalText>();
        foreach (var duty in Enum.GetValues<LegalDuty>())
        {
            var acts = file.Object(PackWords.Of(duty));
            foreach (var act in Enum.GetValues<Act>())
            {
                var item = acts.Object(PackWords.Of(act));
                texts[(duty, act)] = new LegalText(Text(item, "title"), Text(item, "sentence"));
                item.Done();
            }

            acts.Done();
        }

        var result = new LegalTexts(file.Text("addressee"), file.Text("issuer"), texts);
        file.Done();
        return result;
    }

    private static TranscriptField Field(PackObject item)
    {
        var field = new TranscriptField(item.Text("label"), item.Word<TranscriptValue>("value"));
        item.Done();
        return field;
    }

    private static MessageText Text(PackObject item, string field)
    {
        var source = item.Text(field);
        if (!MessageText.TryParse(source, out var text))
        {
            item.Problem(PackRules.Braces, field, source);
            return MessageText.Empty;
        }

        foreach (var unknown in text.Slots.Except(LegalTexts.Slots))
        {
            item.Problem(PackRules.UnknownSlot, field, unknown);
        }

        return text;
    }
}
