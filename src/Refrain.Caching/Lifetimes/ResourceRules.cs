using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Refrain.Caching.Functions;
using Refrain.Caching.Functions.Doors;
using Refrain.Caching.Values;
using Refrain.CompilerServices;

namespace Refrain.Caching.Lifetimes;

/// <summary>How the resources of one function are validated and released.</summary>
internal sealed class ResourceRules<T>
{
    private readonly CacheHost _host;
    private FunctionDefinition _definition;
    private Callback? _onRelease;

    internal ResourceRules(FunctionDefinition definition, CacheHost host)
    {
        (_definition, _host) = (definition, host);
        Adopt(definition);
    }

    /// <summary>Code of the user's that is called with a resource.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Target">What a lambda is called on: the compiler's singleton. <see langword="null"/> for a static method.</param>
    internal sealed record Callback(MethodInfo Method, object? Target)
    {
        internal object? Invoke(params object?[] arguments) => Method.Invoke(Target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Says whether a resource is still good; <see langword="null"/> when it always is.</summary>
    internal Callback? Validate { get; private set; }

    /// <summary>Takes the callbacks of a newer definition of the same function, so that replaced code is not kept.</summary>
    [MemberNotNull(nameof(_definition))]
    internal void Adopt(FunctionDefinition definition)
    {
        _definition = definition;
        Validate = Find(definition.Callbacks?.Validate, definition.Options.Validate, "Validate", typeof(bool), typeof(ValueTask<bool>));
        _onRelease = Find(definition.Callbacks?.OnRelease, definition.Options.OnRelease, "OnRelease", typeof(void), typeof(ValueTask));
    }

    /// <summary>Takes charge of a fresh resource; what the flight received lives as long as it does.</summary>
    /// <remarks>An object may be a resource already: one function passes on what it got from another, or gives the same again. To dispose it for
    /// one entry would take it from the other, so the first goes on being its owner and this one holds it.</remarks>
    internal HeldResource Own(T value, ResourceHolder received)
    {
        lock (_host.Resources)
        {
            if (FindOwner(value) is { } owner)
                return Track(() => LetGo(owner, received));
            var resource = Track(() => ReleaseAsync(value, received));
            _host.Resources.Add(value, resource);
            return resource;
        }
    }

    /// <summary>Asks whether a resource is still good. An exception counts as no, but not that the caller has cancelled: that is no answer.</summary>
    internal async ValueTask<bool> IsValidAsync<TArgs>(Callback validate, T value, TArgs args)
        where TArgs : struct, ISlot<TArgs>
    {
        try
        {
            var answer = validate.Invoke(Arguments(validate.Method, value, args));
            return answer is ValueTask<bool> later ? await later.ConfigureAwait(false) : (bool)answer!;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !args.CallerToken.IsCancellationRequested)
        {
            _host.Logger.ValidateFailed(exception, validate.Target is null ? validate.Method.Name : "Validate", _definition.Name.Display);
            return false;
        }
    }

    private HeldResource Track(Func<ValueTask> release) => _host.Track(
        new HeldResource(release, _host.Clock, _host.Settings.ReleaseGrace, () => _host.WarnOfGrace(_definition.Name)));

    /// <summary>The resource that an object is already, held; <see langword="null"/> for a new object, and where a callback says what a release is.</summary>
    private HeldResource? FindOwner(T value) =>
        _onRelease is null && value is (IDisposable or IAsyncDisposable) && _host.Resources.Find(value) is { } owner && owner.TryHoldUnreleased() ? owner : null;

    private static ValueTask LetGo(HeldResource owner, ResourceHolder received)
    {
        owner.Unhold();
        received.Dispose();
        return default;
    }

    private object?[] Arguments<TArgs>(MethodInfo validate, T value, TArgs args)
        where TArgs : struct, ISlot<TArgs>
    {
        var parameters = validate.GetParameters();
        if (parameters.Length == 1)
            return [value];
        var passed = new object?[TArgs.Count];
        args.Box(passed, 0);
        return [.. parameters.Select((p, i) => i == 0 ? value
            : p.ParameterType == typeof(CancellationToken) ? args.CallerToken
            : passed[IndexOf(p.Name!)])];
    }

    private int IndexOf(string parameter) => _definition.Name.Parameters.ToList().IndexOf(parameter);

    private async ValueTask ReleaseAsync(T value, ResourceHolder received)
    {
        try
        {
            if (_onRelease is not null)
                await (_onRelease.Invoke(value) is ValueTask later ? later : default).ConfigureAwait(false);
            else if (value is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync().ConfigureAwait(false);
            else if (value is IDisposable disposable)
                disposable.Dispose();
        }
        catch (Exception exception)
        {
            _host.Logger.ReleaseFailed(exception, _definition.Name.Display);
        }
        finally
        {
            received.Dispose();
        }
    }

    private Callback? Find(Delegate? callback, string? name, string option, params Type[] returns)
    {
        if (callback is not null)
            return Check(callback, option, returns);
        if (name is null)
            return null;
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;
        var fitting = _definition.Method.DeclaringType!.GetMethods(All).FirstOrDefault(method =>
            FunctionNames.DisplayName(method) == name && method.IsStatic && returns.Contains(method.ReturnType) && TakesResource(method, option));
        return fitting is not null ? new(fitting, null) : throw FunctionOptions.Wrong(_definition.Name, "RFN0150", option,
            $"has {option} = \"{name}\", but its type declares no fitting method of that name; write " + (option == "Validate"
                ? $"static bool {name}({typeof(T).Name} resource)"
                : $"static void {name}({typeof(T).Name} resource)"));
    }

    private Callback Check(Delegate callback, string option, Type[] returns)
    {
        if (returns.Contains(callback.Method.ReturnType) && TakesResource(callback.Method, option))
            return new(callback.Method, callback.Target);
        var resource = TypeNames.Display(typeof(T));
        throw FunctionOptions.Wrong(_definition.Name, "RFN0150", option, $"has {DoorCheck.WithArticle(option)} that does not fit its resource; write " + (option == "Validate"
            ? $"Validate = static ({resource} resource) => ..., which gives a bool"
            : $"OnRelease = static ({resource} resource) => ..., which gives nothing"));
    }

    private bool TakesResource(MethodInfo method, string option)
    {
        var parameters = method.GetParameters();
        return parameters.Length > 0
            && parameters[0].ParameterType.IsAssignableFrom(typeof(T))
            && (option == "Validate" || parameters.Length == 1)
            && parameters.Skip(1).All(p => p.ParameterType == typeof(CancellationToken) || _definition.Parameters.Any(q => q.Name == p.Name && p.ParameterType == q.ParameterType));
    }
}
