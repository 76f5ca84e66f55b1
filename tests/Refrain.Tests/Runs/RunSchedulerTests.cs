using Refrain.Runs;
using Refrain.Sessions;
using Refrain.Testing.Browsing;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Runs;

public sealed class RunSchedulerTests
{
    [Fact]
    public async Task Two_hundred_sessions_that_sleep_do_not_keep_a_new_visitor_waiting()
    {
        const int sleepers = 200;
        using var wake = new ManualResetEventSlim();
        using var asleep = new CountdownEvent(sleepers);
        await using var app = AppTest.From(() =>
        {
            Probe.Say("here");
            if (Ui.User.Identity is not null)
                return;
            asleep.Signal();
            wake.Wait();
        });
        var all = Enumerable.Range(0, sleepers).Select(i => new Browser(app.App.Sessions, new Visitor($"sleeper {i}", new()))).ToArray();
        foreach (var sleeper in all)
            sleeper.Hello();
        asleep.Wait();

        var user = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity("test"));
        var visitor = new Browser(app.App.Sessions, new Visitor("new", user));
        visitor.Hello();
        await visitor.Until(page => page.IsSettled).WaitAsync(TimeSpan.FromSeconds(1));
        wake.Set();
        await Task.WhenAll(all.Select(sleeper => sleeper.Until(page => page.IsSettled)));
    }

    [Fact]
    public async Task Threads_are_made_for_work_that_waits_and_no_more()
    {
        var scheduler = new RunScheduler();
        using var go = new ManualResetEventSlim();
        var work = Enumerable.Range(0, 20)
            .Select(_ => Task.Factory.StartNew(go.Wait, default, TaskCreationOptions.None, scheduler)).ToArray();
        var last = Task.Factory.StartNew(() => { }, default, TaskCreationOptions.None, scheduler);
        await last.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.InRange(scheduler.ThreadCount, 21, 60);
        go.Set();
        await Task.WhenAll(work);
    }
}
