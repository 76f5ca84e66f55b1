using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Functions.Doors;

/// <summary>What all delegates of one type for one method have in common, made once: the way in for their calls.</summary>
/// <remarks>The table hangs on the delegate's type and on the method, so that it keeps neither of them loaded.</remarks>
internal abstract class DoorCode<TDelegate>
    where TDelegate : Delegate
{
    private static readonly ConditionalWeakTable<MethodInfo, DoorCode<TDelegate>> Known = [];

    internal static DoorCode<TDelegate> Of(TDelegate function)
    {
        var isDoor = function.Target is Door || !function.HasSingleTarget;
        return !isDoor && Known.TryGetValue(function.Method, out var known) ? known : Make(function);
    }

    /// <summary>Gives the delegate to call instead.</summary>
    internal abstract TDelegate Open(TDelegate function, CachedFunctionOptions options);

    private static DoorCode<TDelegate> Make(TDelegate function)
    {
        var name = DoorNames.Display(function);
        DoorCheck.Refuse(function, name);
        var closure = Closure.Of(function);
        DoorCheck.RefuseChange(closure, name);
        var shape = new DoorShape(function, closure.Variables);
        var code = (DoorCode<TDelegate>)Activator.CreateInstance(
            typeof(DoorCode<,>).MakeGenericType(typeof(TDelegate), shape.FunctionType),
            BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DoNotWrapExceptions, null, [function.Method, shape], null)!;
        return Known.GetValue(function.Method, _ => code);
    }
}

/// <inheritdoc/>
/// <typeparam name="TDelegate">The type of the delegates.</typeparam>
/// <typeparam name="TCached">The kind of cached function behind them.</typeparam>
internal sealed class DoorCode<TDelegate, TCached> : DoorCode<TDelegate>
    where TDelegate : Delegate
{
    private readonly MethodInfo _method;
    private readonly DoorShape _shape;
    private readonly string _name;
    private readonly DynamicMethod _call;
    private readonly Delegate _body;
    private readonly Delegate _miss;
    private Opened? _last;

    internal DoorCode(MethodInfo method, DoorShape shape)
    {
        (_method, _shape) = (method, shape);
        _name = DoorNames.Display(method);
        _call = shape.CompileCall(_name);
        _body = shape.CompileBody(_name);
        _miss = shape.CompileMiss(_name);
    }

    /// <summary>The function with the options it was given; the delegate of those that capture nothing, which is the same each time.</summary>
    private sealed record Opened(FunctionDefinition Definition, TCached Cached)
    {
        internal TDelegate? Shared { get; set; }
    }

    internal override TDelegate Open(TDelegate function, CachedFunctionOptions options)
    {
        var opened = With(options);
        OpenDoors.Add(CacheHosts.Current, opened.Definition);
        if (!Closure.IsEmpty(function.Target))
            return Bind(function, opened);
        return opened.Shared ??= Bind(function, opened);
    }

    private TDelegate Bind(TDelegate function, Opened opened) => (TDelegate)_call.CreateDelegate(
        typeof(TDelegate), new Door<TDelegate, TCached>(opened.Definition, function, opened.Cached, _body, _shape.Captured));

    private Opened With(CachedFunctionOptions given)
    {
        var name = given.Name ?? _name;
        var options = FunctionOptions.From(given, name);
        if (_last is { } last && last.Definition.Name.Display == name && last.Definition.Options.SameAs(options))
            return last;
        var definition = new FunctionDefinition(_method, DoorNames.Of(_method, name, _shape), _shape.Parameters, options, given as CacheResourceOptions);
        var cached = (TCached)Activator.CreateInstance(
            typeof(TCached), BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DoNotWrapExceptions, null, [definition, _miss], null)!;
        return _last = new(definition, cached);
    }
}
