using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>What the process holds while it is fuzzed.</summary>
internal sealed class MemoryWatch
{
    private readonly Lock _lock = new();
    private readonly long _workingSetBefore = WorkingSet();
    private long _heapEarly;
    private long _heapLast;
    private long _workingSetMost;
    private int _notes;

    /// <summary>Looks now.</summary>
    public void Note()
    {
        lock (_lock)
        {
            _heapLast = GC.GetTotalMemory(forceFullCollection: true);
            _workingSetMost = Math.Max(_workingSetMost, WorkingSet());
            if (++_notes == 2)
            {
                _heapEarly = _heapLast;
            }
        }
    }

    public void Judge(long maxHeapGrowth, long maxWorkingSetGrowth)
    {
        if (_notes > 2)
        {
            Assert.InRange(_heapLast - _heapEarly, long.MinValue, maxHeapGrowth);
            Assert.InRange(_workingSetMost - _workingSetBefore, long.MinValue, maxWorkingSetGrowth);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"heap {_heapEarly >> 20} MB early, {_heapLast >> 20} MB last, working set {_workingSetBefore >> 20} MB before, {_workingSetMost >> 20} MB at most");

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
