namespace Chiyoda.Bousai.Domain.Shelters;

/// <summary>What a registered place is for. The kinds are never mixed: a place to survive the hour is not a place to live in.</summary>
public enum ShelterKind
{
    /// <summary>指定避難所 (災害対策基本法49条の7): to live in.</summary>
    Shelter,

    /// <summary>福祉避難所: opened in a second stage; publishing it at once sends people to a closed door.</summary>
    WelfareShelter,

    /// <summary>指定緊急避難場所 (49条の4): safe from the named hazards only.</summary>
    EmergencySite,

    /// <summary>災害時退避場所 for people who cannot get home.</summary>
    CommuterSite,

    /// <summary>A base of the municipality: not a place of refuge.</summary>
    Base,
}
