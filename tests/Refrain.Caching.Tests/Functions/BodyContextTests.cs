using System.Globalization;
using System.Transactions;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Whoever calls, a body runs under the app's culture and in no transaction; and the caller has its own back afterwards.</summary>
public sealed class BodyContextTests
{
    private static readonly CultureInfo German = new("de-DE");

    [Fact]
    public void A_body_runs_under_the_culture_of_the_app()
    {
        using var world = new CacheWorld();
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = German;
            Assert.Equal((world.Host.Settings.Culture.Name, world.Host.Settings.Culture.Name), Names());
            Assert.Equal(("de-DE", "de-DE"), (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }

        [CacheData]
        static (string, string) Names() => (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name);
    }

    [Theory]
    [InlineData(TransactionScopeAsyncFlowOption.Suppress)]
    [InlineData(TransactionScopeAsyncFlowOption.Enabled)]
    public void A_body_runs_in_no_transaction(TransactionScopeAsyncFlowOption flow)
    {
        using var world = new CacheWorld();
        using var scope = new TransactionScope(flow);
        var callers = Transaction.Current;
        Assert.NotNull(callers);
        Assert.False(HasTransaction(fails: false));
        Assert.Same(callers, Transaction.Current);
        Assert.Throws<TimeZoneNotFoundException>(() => HasTransaction(fails: true));
        Assert.Same(callers, Transaction.Current);
        scope.Complete();

        [CacheData]
        static bool HasTransaction(bool fails) => fails ? throw new TimeZoneNotFoundException() : Transaction.Current is not null;
    }

    [Fact]
    public async Task An_asynchronous_body_runs_in_no_transaction_to_its_end()
    {
        using var world = new CacheWorld();
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        var callers = Transaction.Current;
        var calling = HasTransactionAsync(go.Task);
        Assert.Same(callers, Transaction.Current);
        go.SetResult();
        Assert.Equal((false, false), await calling);
        Assert.Same(callers, Transaction.Current);
        scope.Complete();

        [CacheData]
        static async Task<(bool, bool)> HasTransactionAsync(Task _go)
        {
            var before = Transaction.Current is not null;
            await _go;
            return (before, Transaction.Current is not null);
        }
    }

    [Fact]
    public async Task A_refresh_runs_under_the_culture_of_the_app_and_in_no_transaction()
    {
        using var world = new CacheWorld();
        var refreshed = new TaskCompletionSource<string>();
        Assert.NotEmpty(Surroundings(new()));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var culture = CultureInfo.CurrentCulture;
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            CultureInfo.CurrentCulture = German;
            Surroundings(refreshed);
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal($"{world.Host.Settings.Culture.Name}, no transaction", await refreshed.Task);

        [CacheData(Ttl = "1m", StaleFor = "10m")]
        static string Surroundings(TaskCompletionSource<string> _ran)
        {
            var surroundings = $"{CultureInfo.CurrentCulture.Name}, {(Transaction.Current is null ? "no transaction" : "a transaction")}";
            _ran.SetResult(surroundings);
            return surroundings;
        }
    }

    [Fact]
    public void A_transaction_that_is_complete_but_still_open_is_no_hindrance()
    {
        using var world = new CacheWorld();
        using var scope = new TransactionScope();
        scope.Complete();
        Assert.False(HasTransaction());

        [CacheData]
        static bool HasTransaction() => Transaction.Current is not null;
    }

    [Theory]
    [InlineData(TransactionScopeAsyncFlowOption.Suppress, TransactionScopeAsyncFlowOption.Suppress)]
    [InlineData(TransactionScopeAsyncFlowOption.Suppress, TransactionScopeAsyncFlowOption.Enabled)]
    [InlineData(TransactionScopeAsyncFlowOption.Enabled, TransactionScopeAsyncFlowOption.Suppress)]
    [InlineData(TransactionScopeAsyncFlowOption.Enabled, TransactionScopeAsyncFlowOption.Enabled)]
    public void A_scope_that_the_body_forgot_does_not_hide_the_callers(TransactionScopeAsyncFlowOption callers, TransactionScopeAsyncFlowOption bodys)
    {
        using var world = new CacheWorld();
        using (new TransactionScope(callers))
        {
            var transaction = Transaction.Current;
            Assert.NotSame(transaction, Forget(bodys));
            Assert.Same(transaction, Transaction.Current);
        }

        Assert.Null(Transaction.Current);

        [CacheResource]
        static Transaction Forget(TransactionScopeAsyncFlowOption flow)
        {
            _ = new TransactionScope(flow);
            return Transaction.Current!;
        }
    }
}
