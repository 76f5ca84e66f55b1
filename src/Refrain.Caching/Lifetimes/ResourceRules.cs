using System.Reflection;
using Refrain.Caching.Functions;
using Refrain.CompilerServices;

namespace Refrain.Caching.Lifetimes;

/// <summary>How the resources of one function are validated and released.</summary>
internal sealed class ResourceRules<T>
{
    private readonly FunctionDefinition _definition;
    private readonly CacheHost _host;
    private readonly MethodInfo? _onRelease;

    internal ResourceRules(FunctionDefinition definition, CacheHost host)
    {
        (_definition, _host) = (definition, host);
        Validate = Find(definition.Options.Validate, "Validate", typeof(bool), typeof(ValueTask<bool>));
        _onRelease = Find(definition.Options.OnRelease, "OnRelease", typeof(void), typeof(ValueTask));
    }

    /// <summary>The method that says whether a resource is still good; <see langword="null"/> when it always is.</summary>
    internal MethodInfo? Validate { get; }

    /// <summary>Takes charge of a fresh resource; what the flight received lives as long as it does.</summary>
    internal HeldResource Own(T value, ResourceHolder received)
    {
        var resource = _host.Track(new HeldResource(() => ReleaseAsync(value, received), _host.Clock, _host.Settings.ReleaseGrace));
        _host.Resources.Add(value, resource);
        return resource;
    }

    /// <summary>Asks whether a resource is still good. An exception counts as no.</summary>
    internal async ValueTask<bool> IsValidAsync<TArgs>(MethodInfo validate, T value, TArgs args)
        where TArgs : struct, ISlot<TArgs>
    {
        try
        {
            var answer = validate.Invoke(null, BindingFlags.DoNotWrapExceptions, null, Arguments(validate, value, args), null);
            return answer is ValueTask<bool> later ? await later.ConfigureAwait(false) : (bool)answer!;
        }
        catch (Exception exception)
        {
            _host.Logger.ValidateFailed(exception, validate.Name, _definition.Name.Display);
            return false;
        }
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
                await (_onRelease.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value], null) is ValueTask later ? later : default).ConfigureAwait(false);
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

    private MethodInfo? Find(string? name, string option, params Type[] returns)
    {
        if (name is null)
            return null;
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;
        var fitting = _definition.Method.DeclaringType!.GetMethods(All).FirstOrDefault(method =>
            FunctionNames.DisplayName(method) == name && method.IsStatic && returns.Contains(method.ReturnType) && TakesResource(method, option));
        return fitting ?? throw FunctionOptions.Wrong(_definition.Name, "RFN0150", option,
            $"has {option} = \"{name}\", but its type declares no fitting method of that name; write " + (option == "Validate"
                ? $"static bool {name}({typeof(T).Name} resource)"
                : $"static void {name}({typeof(T).Name} resource)"));
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
