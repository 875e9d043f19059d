namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>
/// What was asked before protection is taken away (避難情報に関するガイドライン, 解除の考え方): each question is answered, and where the
/// answer is not «yes», the reason of the proposal says why it is done all the same.
/// </summary>
/// <param name="IsBelowAndFalling">The level is below the danger mark and clearly falling.</param>
/// <param name="NoFurtherRain">No further rain is expected, upstream too.</param>
/// <param name="SiteChecked">Somebody looked at the site.</param>
/// <param name="Advice">The advice asked for under 災害対策基本法61条の2; <see langword="null"/> when none was given.</param>
/// <param name="WhyNot">Why it is done though an answer is not «yes», or why no advice was asked; empty when everything is.</param>
public sealed record EndingGrounds(
    GroundAnswer IsBelowAndFalling,
    GroundAnswer NoFurtherRain,
    GroundAnswer SiteChecked,
    Advice? Advice,
    string WhyNot)
{
    /// <summary>Whether every question is answered with «yes» and advice was given.</summary>
    public bool AllHold =>
        Advice is not null && new[] { IsBelowAndFalling, NoFurtherRain, SiteChecked }.All(answer => answer is GroundAnswer.Yes or GroundAnswer.DoesNotApply);

    /// <summary>Whether it can stand: everything holds, or there are words why not.</summary>
    public bool IsComplete => AllHold || !string.IsNullOrWhiteSpace(WhyNot);
}

/// <summary>An answer before a lift or a lowering.</summary>
public enum GroundAnswer
{
    /// <summary>It is so.</summary>
    Yes,

    /// <summary>It is not so.</summary>
    No,

    /// <summary>The question does not arise for this hazard.</summary>
    DoesNotApply,
}

/// <summary>Advice of the meteorological office, the river office or the prefecture (災害対策基本法61条の2).</summary>
/// <param name="From">Who gave it.</param>
/// <param name="At">When.</param>
/// <param name="Words">What was said, as heard.</param>
public sealed record Advice(string From, DateTimeOffset At, string Words);
