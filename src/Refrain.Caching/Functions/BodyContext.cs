using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Transactions;

namespace Refrain.Caching.Functions;

/// <summary>What the body of a cached function runs under, whoever calls it: the app's culture, and no ambient transaction.</summary>
/// <remarks>
/// The value goes to everyone, so it must not depend on the first caller's language; and what one caller's transaction does to a database may
/// yet be rolled back. An asynchronous body keeps the context for as long as it runs; the thread that started it has its own back
/// when it calls <see cref="Leave"/>.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Leave disposes the scope.")]
internal readonly struct BodyContext
{
    private readonly CultureInfo _culture;
    private readonly CultureInfo _uiCulture;
    private readonly TransactionScope? _withoutTransaction;

    private BodyContext(CultureInfo culture)
    {
        (_culture, _uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        SetCultures(culture, culture);
        if (HasTransaction())
            _withoutTransaction = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
    }

    /// <summary>Enters the context on this thread.</summary>
    /// <param name="culture">The app's.</param>
    internal static BodyContext Enter(CultureInfo culture) => new(culture);

    /// <summary>Gives the thread its own context back.</summary>
    internal void Leave()
    {
        SetCultures(_culture, _uiCulture);
        _withoutTransaction?.Dispose();
    }

    /// <remarks>To set one copies the execution context, even if it is the one that is set.</remarks>
    private static void SetCultures(CultureInfo culture, CultureInfo uiCulture)
    {
        if (!ReferenceEquals(CultureInfo.CurrentCulture, culture))
            CultureInfo.CurrentCulture = culture;
        if (!ReferenceEquals(CultureInfo.CurrentUICulture, uiCulture))
            CultureInfo.CurrentUICulture = uiCulture;
    }

    private static bool HasTransaction()
    {
        try
        {
            return Transaction.Current is not null;
        }
        catch (InvalidOperationException)
        {
            return true; // one that is complete, but whose scope is still open
        }
    }
}
