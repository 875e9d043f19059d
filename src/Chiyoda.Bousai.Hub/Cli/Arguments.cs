namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>Words and options of a command line. An option that the command does not know is refused by name.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    private Arguments(IReadOnlyList<string> words) => Words = words;

    /// <summary>What is not an option, in order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <param name="args">As typed, without the command's own name.</param>
    /// <param name="withValue">Options that take a value, without the dashes.</param>
    /// <param name="flags">Options that take none.</param>
    /// <exception cref="UsageException">Names the word that is wrong.</exception>
    public static Arguments Parse(IReadOnlyList<string> args, IReadOnlyCollection<string> withValue, IReadOnlyCollection<string> flags)
    {
        var words = new List<string>();
        var parsed = new Arguments(words);
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
                continue;
            }

            var (name, value) = args[i].IndexOf('=', StringComparison.Ordinal) is var at and > 0
                ? (args[i][2..at], args[i][(at + 1)..])
                : (args[i][2..], null);
            if (flags.Contains(name) && value is null)
            {
                parsed._options[name] = string.Empty;
            }
            else if (withValue.Contains(name))
            {
                value ??= ++i < args.Count ? args[i] : string.Empty;
                parsed._options[name] = value.Length > 0 ? value : throw new UsageException($"--{name} needs a value");
            }
            else
            {
                throw new UsageException($"unknown option --{name}");
            }
        }

        return parsed;
    }

    public string? Find(string name) => _options.GetValueOrDefault(name);

    public bool Has(string name) => _options.ContainsKey(name);

    public string Require(string name) => Find(name) ?? throw new UsageException($"--{name} is missing");
}

/// <summary>The command line is wrong; the message says which word.</summary>
public sealed class UsageException : Exception
{
    public UsageException()
    {
    }

    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
