using System.Reflection;

namespace Refrain.Caching.Functions;

/// <summary>What a cached function is, apart from any host: its method, name, options and code. Made once, when it is first called or opened.</summary>
internal sealed class FunctionDefinition
{
    private readonly Lazy<CodeFingerprint> _fingerprint;
    private readonly Lazy<FunctionOptions> _options;

    internal FunctionDefinition(RuntimeMethodHandle method, RuntimeMethodHandle body, RuntimeTypeHandle declaringType)
    {
        Method = (MethodInfo)MethodBase.GetMethodFromHandle(method, declaringType)!;
        Body = MethodBase.GetMethodFromHandle(body, declaringType)!;
        Name = FunctionNames.Of(Method);
        Parameters = Method.GetParameters();
        HasToken = Parameters.Any(p => p.ParameterType == typeof(CancellationToken));
        _fingerprint = new(() => CodeFingerprint.Of(Body));
        _options = new(() => FunctionOptions.From(Method.GetCustomAttribute<CachedFunctionAttribute>()!, Name), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>A function without an attribute.</summary>
    internal FunctionDefinition(
        MethodInfo method, FunctionName name, IReadOnlyList<ParameterInfo> parameters, FunctionOptions options, CacheResourceOptions? callbacks)
    {
        Method = method;
        Body = method;
        Name = name;
        Parameters = parameters;
        HasToken = Parameters.Any(p => p.ParameterType == typeof(CancellationToken));
        Callbacks = callbacks;
        _fingerprint = new(() => CodeFingerprint.Of(Body));
        _options = new(options);
    }

    /// <summary>The method the user wrote; calls of it go through the cache.</summary>
    internal MethodInfo Method { get; }

    /// <summary>Where its body was moved to; the method itself without an attribute.</summary>
    internal MethodBase Body { get; }

    internal FunctionName Name { get; }

    internal IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>Where the callbacks of a resource without an attribute are; <see langword="null"/> where options name methods, or there are none.</summary>
    internal CacheResourceOptions? Callbacks { get; }

    /// <summary>The <see cref="CachedCode{TArgs, T}"/> of this definition.</summary>
    internal object? Code { get; set; }

    /// <summary>Makes a cache of the function for a host that has none yet.</summary>
    internal Func<CacheHost, FunctionCache>? MakeCache { get; set; }

    /// <summary>Whether the function takes a cancellation token, so that it can be told when nobody waits any more.</summary>
    internal bool HasToken { get; }

    /// <summary>Throws <see cref="CacheOptionException"/> each time while they are wrong.</summary>
    internal FunctionOptions Options => _options.Value;

    internal CodeFingerprint Fingerprint => _fingerprint.Value;

    /// <summary>Whether it has no attribute, so that only its own call makes it known.</summary>
    internal bool IsDoor => ReferenceEquals(Body, Method);
}
