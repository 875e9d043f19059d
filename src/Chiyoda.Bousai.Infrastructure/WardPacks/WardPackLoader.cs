using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>
/// Reads a ward pack and validates it whole. Nothing is taken over half: either every file is sound and every reference
/// resolves, or the start stops with all problems named by file, line and rule.
/// </summary>
public static class WardPackLoader
{
    /// <summary>Reads a pack.</summary>
    /// <param name="directory">The folder, usually <c>config</c>.</param>
    /// <param name="criteriaFolder">A folder of criteria to be read in the place of the pack's own, to try them; <see langword="null"/> for its own.</param>
    /// <returns>The pack, or all problems.</returns>
    public static WardPackLoad Load(string directory, string? criteriaFolder = null)
    {
        var report = new PackReport();
        var folder = new PackFolder(directory, report, criteriaFolder);
        if (folder.Verified("ward.json") is not { } wardFile)
        {
            return new WardPackLoad(null, report.Problems);
        }

        var ward = WardReader.Read(wardFile);
        var box = WardBox.Around(ward.Outline);
        var areas = AreasReader.Read(folder, box);
        var criteriaReader = new CriteriaReader(folder, ward);
        var causes = criteriaReader.ReadCauses();
        var zones = ZonesReader.Read(folder, ward.Languages, areas, causes);
        var criteria = criteriaReader.ReadCriteria(zones);
        var shelters = SheltersReader.Read(folder, ward, box, areas);
        var (facilities, facilityWording) = FacilitiesReader.Read(folder, areas, zones);
        var authorities = RolesReader.Read(folder);
        var messages = Messages(folder, ward, [.. areas.Values], [.. causes.Values], [.. zones.Values]);
        var channels = ChannelsReader.Read(folder);
        var exercises = ExercisesReader.Read(folder);
        var incidents = IncidentsReader.Read(folder);
        var callOut = CallOutReader.Read(folder, incidents);
        var relays = new AnnouncedTestsReader(folder, ward, channels, authorities).Read(new RelaysReader(folder, ward, zones, channels, authorities).Read());
        var notices = new NoticesReader(folder, ward).Read(shelters);
        var reasons = ReasonsReader.Read(folder, ward.Languages);
        var transcripts = TranscriptsReader.Read(folder);
        var tasks = TasksReader.Read(folder, transcripts);
        var legalTexts = TranscriptsReader.ReadDocuments(folder);
        CheckProposals(criteria, messages, authorities);
        CheckNotices(criteria, notices);

        return new WardPackLoad(
            !report.IsClean
                ? null
                : new WardPack
                {
                    Ward = ward,
                    Areas = areas,
                    Causes = causes,
                    Zones = zones,
                    Shelters = shelters,
                    CallOut = callOut,
                    Facilities = facilities,
                    FacilityWording = facilityWording,
                    Criteria = [.. criteria.Select(pair => pair.Criterion)],
                    Authorities = authorities,
                    Messages = messages,
                    Channels = channels,
                    Exercises = exercises,
                    Relays = relays,
                    Notices = notices,
                    Reasons = reasons,
                    Incidents = incidents,
                    Tasks = tasks,
                    Transcripts = transcripts,
                    LegalTexts = legalTexts,
                    Verifications = [.. folder.Verifications.OrderBy(file => file.File, StringComparer.Ordinal)],
                },
            report.Problems);
    }

    private static MessageCatalog Messages(
        PackFolder folder, Ward ward, IReadOnlyList<Area> areas, IReadOnlyList<Cause> causes, IReadOnlyList<Zone> zones)
    {
        var languages = new Dictionary<string, LanguageTemplates>(StringComparer.Ordinal);
        foreach (var language in ward.Languages.OrderByDescending(language => language == LocalizedText.Japanese))
        {
            var reader = new MessagesReader(folder, language);
            // A key that is no key has been reported in the Japanese file; a translation would only repeat it.
            var sayable = languages.GetValueOrDefault(LocalizedText.Japanese)?.Templates.Keys
                .Where(key => LevelRule.IsSound(key.Hazard, key.Level) && key.Act.Ends() == (key.Action is null));
            if (reader.Read(sayable) is not var (templates, at))
            {
                continue;
            }

            MessageRules.Check(templates, at, ward.Name, areas, causes, zones);
            languages[language] = templates;
            if (!templates.IsComposed && languages.TryGetValue(LocalizedText.Japanese, out var japanese))
            {
                foreach (var missing in japanese.Templates.Keys.Except(templates.Templates.Keys))
                {
                    folder.Report.Add(reader.File, 1, PackRules.TemplateMissing, missing.ToString());
                }

                foreach (var extra in templates.Templates.Keys.Except(japanese.Templates.Keys))
                {
                    at[extra].Problem(PackRules.TemplateExtra, "act", extra.ToString());
                }
            }
        }

        return new MessageCatalog(ward.Name, languages);
    }

    // What a criterion proposes must be sayable, correctable, liftable, voidable and decidable, or the night finds out.
    private static void CheckProposals(
        IReadOnlyList<(PackObject At, Criterion Criterion)> criteria, MessageCatalog messages, IReadOnlyList<Authority> authorities)
    {
        foreach (var (at, criterion) in criteria.Where(pair => LevelRule.IsSound(pair.Criterion.Hazard, pair.Criterion.Level)))
        {
            if (criterion.Proposes is not ProposedOrder order)
            {
                continue;
            }

            if (!order.Audience.IsSpokenTo(criterion.Level, order.Action))
            {
                at.Object("proposes").Problem(PackRules.AudienceUnspoken, "audience");
            }

            if (messages.Languages.ContainsKey(LocalizedText.Japanese))
            {
                foreach (var act in new[] { Act.Issue, Act.Update, Act.Correct, Act.Lift, Act.Void }
                    .Where(act => !messages.Offers(criterion.Hazard, act, criterion.Level, order.Action)))
                {
                    at.Problem(PackRules.NoTemplate, "proposes", MessageKey.For(criterion.Hazard, act, criterion.Level, order.Action).ToString());
                }
            }

            if (!authorities.Any(authority => authority.Hazards.Contains(criterion.Hazard)
                && (criterion.Level is not { } level || authority.Levels.Contains(level))))
            {
                at.Problem(PackRules.NoAuthority, "proposes", criterion.Id);
            }
        }
    }

    private static void CheckNotices(IReadOnlyList<(PackObject At, Criterion Criterion)> criteria, NoticeCatalog notices)
    {
        foreach (var (at, criterion) in criteria)
        {
            if (criterion.Proposes is ProposedNotice notice && !NoticeRules.Fill(notice.Template, notice.Slots, notices, checkedOnly: false).TryGet(out _, out var refusal))
            {
                at.Object("proposes").Problem(PackRules.NoticeOfCriterion, refusal == NoticeRefusals.UnknownTemplate ? "template" : "slots", refusal.Code);
            }
        }
    }
}
