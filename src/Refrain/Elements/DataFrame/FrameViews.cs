using System.Diagnostics.CodeAnalysis;
using Refrain.Frames.Rows.Views;

namespace Refrain.Elements;

/// <summary>The views of one frame that its readers look at. Each is found once, however many ask for it, and no longer than anybody waits.</summary>
/// <remarks>One search runs at a time, so that a browser that asks for ever new orders of a long table costs one processor and the memory of one search.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore of which nobody asked a wait handle holds nothing to dispose.")]
internal sealed class FrameViews(DataFrame frame)
{
    /// <summary>A reader goes back and forth between few views. One of 100 million rows takes 400 MB, so no more are kept than these.</summary>
    private const int Kept = 2;

    private readonly RowView _all = new(frame.RowCount, null);
    private readonly Lock _gate = new();
    private readonly List<Search> _searches = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>How many views are held or being found.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
                return _searches.Count;
        }
    }

    internal async Task<RowView> OpenAsync(RowQuery query, Action<double>? progress, CancellationToken cancellationToken)
    {
        if (query.IsAll)
            return _all;
        var search = Join(query, progress);
        try
        {
            return await search.View.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(search, progress);
        }
    }

    private Search Join(RowQuery query, Action<double>? progress)
    {
        lock (_gate)
        {
            var search = _searches.Find(known => known.Query == query && !known.View.IsFaulted);
            if (search is null)
                search = new Search(query, this);
            else
                _searches.Remove(search);

            _searches.Add(search);
            search.Waiting++;
            if (progress is not null)
                search.Progress += progress;
            return search;
        }
    }

    private void Leave(Search search, Action<double>? progress)
    {
        lock (_gate)
        {
            search.Waiting--;
            if (progress is not null)
                search.Progress -= progress;
            if (search.Waiting == 0 && !search.View.IsCompletedSuccessfully)
            {
                search.GiveUp();
                _searches.Remove(search);
            }

            while (_searches.Count > Kept && _searches.FindIndex(known => known.Waiting == 0) is var oldest and >= 0)
                _searches.RemoveAt(oldest);
        }
    }

    private async Task<RowView> FindAsync(Search search, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return RowView.Find(frame, search.Query, done => search.Progress?.Invoke(done), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>One view, found or being found.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "A token source without a timer or wait handle holds nothing to dispose.")]
    private sealed class Search
    {
        private readonly CancellationTokenSource _giveUp = new();

        internal Search(RowQuery query, FrameViews views)
        {
            Query = query;
            View = Task.Run(() => views.FindAsync(this, _giveUp.Token));
        }

        internal RowQuery Query { get; }

        internal Task<RowView> View { get; }

        /// <summary>How many wait for it or read from it now.</summary>
        internal int Waiting { get; set; }

        internal Action<double>? Progress { get; set; }

        internal void GiveUp() => _giveUp.Cancel();
    }
}
