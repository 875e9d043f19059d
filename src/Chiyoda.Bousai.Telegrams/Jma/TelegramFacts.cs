namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>What a telegram states, by family. The list of families is closed; a new one is a change of this program.</summary>
public abstract record TelegramFacts
{
    private protected TelegramFacts()
    {
    }
}
