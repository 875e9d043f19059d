namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>What a notice of the ward (区のお知らせ) is about: a closed list.</summary>
public enum NoticeCategory
{
    /// <summary>避難所の開設・閉鎖.</summary>
    ShelterOpening,

    /// <summary>自主避難所: a place for those who worry before any order.</summary>
    VoluntaryShelter,

    /// <summary>一斉帰宅抑制: stay in the building where you are, do not start home all at once.</summary>
    StayWhereYouAre,

    /// <summary>注意喚起: what is dangerous to go near, without an order.</summary>
    Caution,

    /// <summary>運休.</summary>
    Transport,

    /// <summary>断水・停電など.</summary>
    Utilities,

    /// <summary>デマの打消し.</summary>
    RumourDenial,

    /// <summary>訓練のお知らせ.</summary>
    Exercise,

    /// <summary>その他.</summary>
    General,
}

/// <summary>What holds for a category.</summary>
public static class NoticeCategories
{
    /// <summary>Whether those hear of it who chose nothing, and a device with a low battery is woken: it says where to be or not to be.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The answer.</returns>
    public static bool IsUrgent(this NoticeCategory category) => category
        is NoticeCategory.ShelterOpening or NoticeCategory.VoluntaryShelter or NoticeCategory.StayWhereYouAre or NoticeCategory.Caution;

    /// <summary>The word of staff and chronology.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The Japanese word.</returns>
    public static string Word(this NoticeCategory category) => category switch
    {
        NoticeCategory.ShelterOpening => "避難所",
        NoticeCategory.VoluntaryShelter => "自主避難所",
        NoticeCategory.StayWhereYouAre => "一斉帰宅抑制",
        NoticeCategory.Caution => "注意喚起",
        NoticeCategory.Transport => "交通",
        NoticeCategory.Utilities => "断水・停電",
        NoticeCategory.RumourDenial => "デマの打消し",
        NoticeCategory.Exercise => "訓練のお知らせ",
        NoticeCategory.General => "その他",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Not a category."),
    };
}
