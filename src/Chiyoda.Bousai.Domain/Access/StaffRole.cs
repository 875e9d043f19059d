namespace Chiyoda.Bousai.Domain.Access;

/// <summary>Roles of staff, by their names on the wire and in policies.</summary>
public static class StaffRole
{
    /// <summary>閲覧: reads staff data.</summary>
    public const string Viewer = "Viewer";

    /// <summary>記録: also submits, records decisions and chronology, asks for a lift, reports for any shelter.</summary>
    public const string Recorder = "Recorder";

    /// <summary>発信: all of Recorder, plus release, return, reject.</summary>
    public const string Releaser = "Releaser";

    /// <summary>避難所: reports for shelters.</summary>
    public const string ShelterOperator = "ShelterOperator";

    /// <summary>管理: accounts and configuration only.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Every role there is.</summary>
    public static IReadOnlyList<string> All { get; } = [Viewer, Recorder, Releaser, ShelterOperator, Administrator];

    /// <summary>The word on screens.</summary>
    /// <param name="role">One of <see cref="All"/>.</param>
    /// <returns>The Japanese word.</returns>
    public static string Word(string role) => role switch
    {
        Viewer => "閲覧",
        Recorder => "記録・提出",
        Releaser => "発信",
        ShelterOperator => "避難所",
        Administrator => "管理",
        _ => role,
    };
}
