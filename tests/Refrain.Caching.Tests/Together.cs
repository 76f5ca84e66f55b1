namespace Refrain.Caching.Tests;

/// <summary>Lets threads begin at the same moment.</summary>
internal static class Together
{
    /// <summary>Runs the same on several threads and gives what each returned.</summary>
    internal static T[] Run<T>(int threads, Func<T> each)
    {
        using var start = new Barrier(threads);
        var results = new T[threads];
        var failures = new Exception?[threads];
        var all = Enumerable.Range(0, threads).Select(index => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                results[index] = each();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failures[index] = e;
            }
        })).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
        Assert.All(failures, Assert.Null);
        return results;
    }
}
