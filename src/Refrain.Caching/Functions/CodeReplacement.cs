using System.Reflection;
using System.Runtime.Loader;
using Refrain.Caching.Functions.Doors;
using Refrain.Caching.Values;

namespace Refrain.Caching.Functions;

/// <summary>One version of a program's code takes the place of another.</summary>
/// <param name="older">Where the replaced code was loaded, with the packages that came with it.</param>
/// <param name="newer">Where the code is that runs from now on.</param>
internal sealed class CodeReplacement(AssemblyLoadContext older, AssemblyLoadContext newer)
{
    private const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private readonly ReplacedCode _replaced = new(older);

    /// <summary>Finds out what is of the replaced code. Made anew for each that asks, because what one learns belongs to it alone.</summary>
    internal ReplacedCode Replaced => new(older);

    /// <summary>Whether the function is of the replaced code, or is an instance of a generic one for a type of it, or a lambda that was left waiting when
    /// its code was replaced before.</summary>
    internal bool Concerns(FunctionDefinition function) =>
        _replaced.Has(function.Method.DeclaringType!) || function.Method.GetGenericArguments().Any(_replaced.Has) || (function.IsDoor && CameBefore(function));

    /// <summary>Whether the newer code has the same lambda, so that it may yet be called.</summary>
    internal bool StillHas(FunctionDefinition door)
    {
        var method = door.Method;
        return NewerOf(method.Module.Assembly) is { } assembly && assembly.GetTypes().SelectMany(type => type.GetMethods(All)).Any(IsSame);

        bool IsSame(MethodInfo now) =>
            DoorNames.Display(now) == DoorNames.Display(method) && now.GetMethodBody() is not null
            && (now.ContainsGenericParameters ? method.IsGenericMethod || method.DeclaringType!.IsGenericType : CodeFingerprint.Of(now).Digest == door.Fingerprint.Digest);
    }

    /// <summary>The type that is now what a type was; <see langword="null"/> where there is none.</summary>
    internal Type? NewerOf(Type type)
    {
        if (!_replaced.Has(type))
            return type;
        if (type.IsSZArray)
            return NewerOf(type.GetElementType()!)?.MakeArrayType();
        if (type.IsArray)
            return NewerOf(type.GetElementType()!)?.MakeArrayType(type.GetArrayRank());
        if (!type.IsConstructedGenericType)
            return type.FullName is { } name ? NewerOf(type.Assembly)?.GetType(name) : null;
        var arguments = Array.ConvertAll(type.GetGenericArguments(), NewerOf);
        return NewerOf(type.GetGenericTypeDefinition()) is { } definition && !arguments.Contains(null) && definition.GetGenericArguments().Length == arguments.Length
            ? Close(() => definition.MakeGenericType(arguments!))
            : null;
    }

    /// <summary>The function with an attribute that is now what one was; <see langword="null"/> where there is none.</summary>
    internal FunctionDefinition? NewerOf(FunctionDefinition function)
    {
        var arguments = Array.ConvertAll(function.Method.GetGenericArguments(), NewerOf);
        if (function.IsDoor || NewerOf(function.Method.DeclaringType!) is not { } declaring || arguments.Contains(null))
            return null;
        return declaring.GetMethods(All)
            .Where(method => method.IsDefined(typeof(CachedFunctionAttribute)) && FunctionNames.DisplayName(method) == function.Name.Display
                && method.GetGenericArguments().Length == arguments.Length)
            .Select(method => arguments.Length == 0 ? method : Close(() => method.MakeGenericMethod(arguments!)))
            .Where(method => method is not null && FunctionNames.Of(method).Identity == function.Name.Identity)
            .Select(method => FunctionRegistry.Open(method!))
            .FirstOrDefault();
    }

    private bool CameBefore(FunctionDefinition function) =>
        AssemblyLoadContext.GetLoadContext(function.Method.Module.Assembly) is { IsCollectible: true, Name: { } name } context
        && name == older.Name && context != older && context != newer;

    private Assembly? NewerOf(Assembly assembly)
    {
        try
        {
            return newer.LoadFromAssemblyName(new AssemblyName(assembly.GetName().Name!));
        }
        catch (IOException)
        {
            return null; // the newer code does without it
        }
    }

    /// <remarks>A constraint may have been added that the arguments do not meet.</remarks>
    private static T? Close<T>(Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
