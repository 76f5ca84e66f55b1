namespace Refrain.Runs;

/// <summary>Runs scripts on threads of its own, so that a script that sleeps or computes takes no thread from the server.</summary>
/// <remarks>
/// There are as many threads as cores to begin with. One more is made when work waits although fewer than that are at work (the others
/// sleep or block), and, for threads that wait where that cannot be seen, when work has waited for a moment. Threads that have had nothing to do
/// for a while go again.
/// </remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class RunScheduler : TaskScheduler
{
    /// <summary>More than these would cost more than they give; further runs wait.</summary>
    internal const int MaxThreads = 1024;

    /// <summary>So many threads per core may look busy while they wait in native code; more would only fight over the cores.</summary>
    private const int UnseenPerCore = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    private readonly int _cores = Math.Max(2, Environment.ProcessorCount);
    private readonly BlockingQueue _queue = new();
    private readonly List<Thread> _threads = [];
    private readonly Timer _watch;
    private bool _watching;

    internal RunScheduler()
    {
        using (ExecutionContext.SuppressFlow())
            _watch = new Timer(static state => ((RunScheduler)state!).Watch(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>The scheduler of this process: threads are shared by all its apps.</summary>
    internal static RunScheduler Shared { get; } = new();

    public override int MaximumConcurrencyLevel => MaxThreads;

    /// <summary>How many threads there are now.</summary>
    internal int ThreadCount
    {
        get
        {
            lock (_threads)
                return _threads.Count;
        }
    }

    protected override void QueueTask(Task task)
    {
        if (_queue.Add(task))
            return;
        lock (_threads)
        {
            if (WorkingThreads() < _cores)
                AddThread();
            if (!_watching)
            {
                _watching = true;
                _watch.Change(Patience, Timeout.InfiniteTimeSpan);
            }
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _queue.Snapshot();

    private int WorkingThreads() => _threads.Count(thread => (thread.ThreadState & ThreadState.WaitSleepJoin) == 0);

    private void AddThread()
    {
        if (_threads.Count >= MaxThreads)
            return;
        var thread = new Thread(static state => ((RunScheduler)state!).Work()) { IsBackground = true, Name = "Refrain run" };
        _threads.Add(thread);
        thread.UnsafeStart(this);
    }

    private void Work()
    {
        while (true)
        {
            while (_queue.TryTake(Idle, out var task))
                TryExecuteTask(task);
            lock (_threads)
            {
                if (_threads.Count <= _cores || !_queue.IsEmpty)
                    continue;
                _threads.Remove(Thread.CurrentThread);
                return;
            }
        }
    }

    /// <summary>Work has waited: every thread is busy or blocked where it cannot be seen.</summary>
    private void Watch()
    {
        lock (_threads)
        {
            if (_queue.IsEmpty)
            {
                _watching = false;
                return;
            }

            var working = WorkingThreads();
            var wanted = working < _cores * UnseenPerCore ? Math.Max(1, _cores - working) : 0;
            for (var i = 0; i < wanted; i++)
                AddThread();
            _watch.Change(Patience, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A queue that knows whether somebody is waiting for what is added.</summary>
    private sealed class BlockingQueue
    {
        private readonly Queue<Task> _tasks = new();
        private int _waiting;

        internal bool IsEmpty
        {
            get
            {
                lock (_tasks)
                    return _tasks.Count == 0;
            }
        }

        /// <summary>Says whether an idle thread will take it.</summary>
        internal bool Add(Task task)
        {
            lock (_tasks)
            {
                _tasks.Enqueue(task);
                Monitor.Pulse(_tasks);
                return _waiting >= _tasks.Count;
            }
        }

        internal bool TryTake(TimeSpan patience, out Task task)
        {
            lock (_tasks)
            {
                _waiting++;
                try
                {
                    while (_tasks.Count == 0)
                    {
                        if (!Monitor.Wait(_tasks, patience) && _tasks.Count == 0)
                        {
                            task = Task.CompletedTask;
                            return false;
                        }
                    }
                }
                finally
                {
                    _waiting--;
                }

                task = _tasks.Dequeue();
                return true;
            }
        }

        internal Task[] Snapshot()
        {
            lock (_tasks)
                return [.. _tasks];
        }
    }
}
