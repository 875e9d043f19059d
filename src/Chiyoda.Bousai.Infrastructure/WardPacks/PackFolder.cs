using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>The files of a pack, with what is wrong with them as files.</summary>
internal sealed class PackFolder(string root, PackReport report, string? criteriaFolder = null)
{
    private const string Criteria = "criteria";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public PackReport Report => report;

    public List<Verification> Verifications { get; } = [];

    public string FullPath(string file) => criteriaFolder is not null && (file == Criteria || file.StartsWith(Criteria + '/', StringComparison.Ordinal))
        ? Path.Join(criteriaFolder, file[Criteria.Length..])
        : Path.Combine(root, file.Replace('/', Path.DirectorySeparatorChar));

    public bool Has(string file) => File.Exists(FullPath(file));

    /// <summary>Names of the JSON files of a folder, in ordinal order, with slashes; other files are left alone.</summary>
    public IReadOnlyList<string> JsonFiles(string folder)
    {
        var files = OptionalJsonFiles(folder);
        if (files.Count == 0)
        {
            report.Add(folder, 1, PackRules.FolderEmpty);
        }

        return files;
    }

    /// <summary>The same of a folder that may be empty or not there.</summary>
    public IReadOnlyList<string> OptionalJsonFiles(string folder)
    {
        var path = FullPath(folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.json").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The text of a file, or null after reporting why not.</summary>
    public string? Text(string file) => Bytes(file) is { } bytes ? Strict.GetString(bytes) : null;

    /// <summary>The object in a JSON file, or null after reporting why not.</summary>
    public PackObject? Json(string file) => Item(file) is { } item ? new PackObject(report, file, item) : null;

    /// <summary>The value in a JSON file with its lines, or null after reporting why not.</summary>
    public JsonItem? Item(string file)
    {
        if (Bytes(file) is not { } bytes)
        {
            return null;
        }

        try
        {
            return JsonItem.Parse(bytes);
        }
        catch (JsonException notJson)
        {
            report.Add(file, (int)(notJson.LineNumber ?? 0) + 1, PackRules.NotJson, notJson.Message);
            return null;
        }
    }

    /// <summary>A JSON file that a person has to vouch for.</summary>
    public PackObject? Verified(string file)
    {
        var content = Json(file);
        if (content is not null)
        {
            Vouch(content, file);
        }

        return content;
    }

    /// <summary>The file beside a CSV that says who vouches for it, which a CSV cannot.</summary>
    public void VerifiedBeside(string csv)
    {
        if (Json($"{csv}.json") is { } content)
        {
            Vouch(content, csv);
            content.Text("source");
            content.Done();
        }
    }

    private void Vouch(PackObject content, string file)
    {
        var by = content.TextOrNull("verifiedBy");
        var on = content.DayOrNull("verifiedOn");
        var until = content.DayOrNull("validUntil");
        if ((by is null) != (on is null) || (by is null) != (until is null))
        {
            content.Problem(PackRules.HalfVerified, "verifiedBy");
        }
        else if (until < on)
        {
            content.Problem(PackRules.DatesReversed, "validUntil");
        }

        Verifications.Add(new Verification(file, by, on, until));
    }

    private byte[]? Bytes(string file)
    {
        var path = FullPath(file);
        if (!File.Exists(path))
        {
            report.Add(file, 1, PackRules.FileMissing);
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        var bom = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            Strict.GetCharCount(bytes);
        }
        catch (DecoderFallbackException)
        {
            report.Add(file, 1, PackRules.NotUtf8);
            return null;
        }

        return bytes[bom..];
    }
}
