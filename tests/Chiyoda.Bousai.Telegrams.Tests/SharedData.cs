using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Telegrams.Tests;

/// <summary>Finds the collected telegrams beside the checkout; a test that needs them is skipped where they are not.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    public static string Path(string relative)
    {
        Assert.SkipWhen(Root is null, "The collected telegrams (../shared/data) are not beside this checkout.");
        return System.IO.Path.Combine(Root, relative);
    }

    public static byte[] Bytes(string relative) => File.ReadAllBytes(Path(relative));

    /// <summary>Reads a telegram of the jma folder that must be readable.</summary>
    public static JmaTelegram Telegram(string relative) => Telegrams.Read(Bytes(System.IO.Path.Combine("jma", relative)));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Chiyoda.Bousai.sln")))
            {
                var data = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "..", "shared", "data"));
                return Directory.Exists(data) ? data : null;
            }
        }

        return null;
    }
}
