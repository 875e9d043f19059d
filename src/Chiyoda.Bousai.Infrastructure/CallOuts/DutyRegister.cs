using Chiyoda.Bousai.Domain.WardPacks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>Keeps the duty list as its file has it now: duty changes every day, and nobody restarts a hub for it. A broken file leaves the last good list.</summary>
public sealed partial class DutyRegister(WardPack pack, IOptions<CallOutOptions> options, ILogger<DutyRegister> logger)
{
    private readonly Lock _lock = new();

    private (DateTime WrittenAt, long Length)? _seen;

    private DutyList _list = DutyList.Empty;

    /// <summary>Whether call-outs are on: the ward has rules, and the deployment names a list.</summary>
    public bool IsOn => pack.CallOut is not null && options.Value.DutyList.Length > 0;

    /// <summary>Since the file could not be taken over; the last good list counts meanwhile.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The list as it is now.</summary>
    public DutyList Now()
    {
        if (!IsOn)
        {
            return DutyList.Empty;
        }

        lock (_lock)
        {
            var file = new FileInfo(options.Value.DutyList);
            var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default((DateTime, long)?);
            if (_seen is null || now != _seen || now is null)
            {
                Take(file.FullName);
                _seen = now;
            }

            return _list;
        }
    }

    private void Take(string path)
    {
        var (list, problems) = DutyList.Read(path, [.. pack.CallOut!.Posts.Keys]);
        if (list is not null)
        {
            _list = list;
            IsBroken = false;
            return;
        }

        if (!IsBroken)
        {
            Log.Broken(logger, problems.Count, problems[0].Line);
        }

        IsBroken = true;
    }

    private static partial class Log
    {
        [LoggerMessage(6101, LogLevel.Error, "The duty list was not taken over: {Problems} problems, the first on line {Line}; the last good one counts")]
        public static partial void Broken(ILogger logger, int problems, int line);
    }
}
