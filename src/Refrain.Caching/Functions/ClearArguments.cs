using System.Globalization;
using System.Reflection;

namespace Refrain.Caching.Functions;

/// <summary>Binds the arguments of a clear as a call's are bound.</summary>
internal static class ClearArguments
{
    /// <summary>All parameters' arguments in order, the instance first; <see langword="null"/> when the whole function is meant.</summary>
    internal static object?[]? Bind(Delegate function, object?[]? arguments)
    {
        var method = function.Method;
        if (method.GetCustomAttribute<CachedFunctionAttribute>() is null)
        {
            throw new CacheException("RFN0130",
                $"'{FunctionNames.DisplayName(method)}' is not a cached function, so there is nothing to clear. Pass a function that has [CacheData] or [CacheResource].");
        }

        // A lone null is a null array, and one array for an array parameter arrives as the array of arguments itself.
        var given = arguments is null ? [null] : arguments.GetType() == typeof(object[]) ? arguments : [arguments];
        if (given.Length == 0)
            return null;

        var parameters = method.GetParameters();
        var keyed = parameters.Where(IsKeyed).ToArray();
        var required = keyed.TakeWhile((_, i) => keyed.Skip(i).Any(p => !p.HasDefaultValue)).Count();
        if (given.Length < required || given.Length > keyed.Length)
            throw Wrong(method, keyed, $"takes {Count(required, keyed.Length)} here, but got {given.Length}");

        var bound = new object?[parameters.Length];
        for (var i = 0; i < keyed.Length; i++)
            bound[keyed[i].Position] = i < given.Length ? Convert(method, keyed, keyed[i], given[i]) : keyed[i].DefaultValue;
        foreach (var left in parameters.Except(keyed).Where(p => p.ParameterType.IsValueType))
            bound[left.Position] = Activator.CreateInstance(left.ParameterType);
        return method.IsStatic || IsClosedOverNothing(function) ? bound : [function.Target, .. bound];
    }

    internal static bool IsKeyed(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(CancellationToken)
        && parameter.Name?.StartsWith('_') != true
        && !parameter.IsDefined(typeof(NotKeyedAttribute));

    private static bool IsClosedOverNothing(Delegate function) => function.Target is null;

    private static object? Convert(MethodInfo method, ParameterInfo[] keyed, ParameterInfo parameter, object? value)
    {
        var wanted = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (value is null)
        {
            return !parameter.ParameterType.IsValueType || wanted != parameter.ParameterType
                ? null
                : throw Wrong(method, keyed, $"takes a {wanted.Name} for '{parameter.Name}', which cannot be null");
        }

        if (wanted.IsInstanceOfType(value))
            return value;
        if (IsImplicit(value.GetType(), wanted))
            return System.Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture);
        throw Wrong(method, keyed, $"takes a {wanted.Name} for '{parameter.Name}', but got a {value.GetType().Name}");
    }

    /// <summary>The implicit numeric conversions of C#, and an int that fits where C# takes a constant.</summary>
    private static bool IsImplicit(Type from, Type to)
    {
        var (source, target) = (Type.GetTypeCode(from), Type.GetTypeCode(to));
        if (from.IsEnum || to.IsEnum)
            return false;
        return target switch
        {
            TypeCode.Int16 => source is TypeCode.SByte or TypeCode.Byte,
            TypeCode.UInt16 => source is TypeCode.Byte or TypeCode.Char,
            TypeCode.Int32 => source is TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char,
            TypeCode.UInt32 => source is TypeCode.Byte or TypeCode.UInt16 or TypeCode.Char,
            TypeCode.Int64 => source is >= TypeCode.Char and <= TypeCode.UInt32,
            TypeCode.UInt64 => source is TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.Char,
            TypeCode.Single => source is >= TypeCode.SByte and <= TypeCode.UInt64,
            TypeCode.Double => source is >= TypeCode.SByte and <= TypeCode.Single,
            TypeCode.Decimal => source is >= TypeCode.SByte and <= TypeCode.UInt64,
            _ => false,
        };
    }

    private static string Count(int required, int all) =>
        (required == all ? $"{all}" : $"{required} to {all}") + (all == 1 ? " argument" : " arguments");

    private static CacheException Wrong(MethodInfo method, ParameterInfo[] keyed, string what)
    {
        var name = FunctionNames.DisplayName(method);
        var signature = string.Join(", ", keyed.Select(p => $"{p.ParameterType.Name} {p.Name}"));
        return new CacheException("RFN0131", $"Clearing an entry of '{name}' {what}. Its key is made of: {name}({signature}).") { Function = name };
    }
}
