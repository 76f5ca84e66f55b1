using System.Globalization;
using System.Reflection;
using Refrain.Caching.Functions.Doors;

namespace Refrain.Caching.Functions;

/// <summary>Binds the arguments of a clear as a call's are bound.</summary>
internal static class ClearArguments
{
    /// <summary>All parameters' arguments in order, the instance first; <see langword="null"/> when the whole function is meant.</summary>
    internal static object?[]? Bind(Delegate function, object?[]? arguments)
    {
        var door = function.Target as Door;
        var name = DoorNames.Display(function);
        if (door is null && function.Method.GetCustomAttribute<CachedFunctionAttribute>() is null)
        {
            throw new CacheException("RFN0130", $"'{name}' is not a cached function, so there is nothing to clear. " +
                "Pass a function that has [CacheData] or [CacheResource], or the delegate that Cache.Data or Cache.Resource gave.");
        }

        // A lone null is a null array, and one array for an array parameter arrives as the array of arguments itself.
        var given = arguments is null ? [null] : arguments.GetType() == typeof(object[]) ? arguments : [arguments];
        if (given.Length == 0)
            return null;

        var parameters = door?.Definition.Parameters ?? function.Method.GetParameters();
        var keyed = parameters.Where(IsKeyed).ToArray();
        var required = keyed.TakeWhile((_, i) => keyed.Skip(i).Any(p => !p.HasDefaultValue)).Count();
        if (given.Length < required || given.Length > keyed.Length)
            throw Wrong(name, keyed, $"takes {Count(required, keyed.Length)} here, but got {given.Length}");

        var next = 0;
        object? Next(ParameterInfo parameter) => next++ is var i && i < given.Length ? Convert(name, keyed, parameter, given[i]) : parameter.DefaultValue;
        var bound = parameters.Select(p => IsKeyed(p) ? Next(p) : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null);
        return [.. Receivers(function), .. bound];
    }

    /// <summary>What comes before the parameters: the captured variables as they are now, or the instance.</summary>
    private static IEnumerable<object?> Receivers(Delegate function) => function.Target switch
    {
        Door door => door.Captured,
        { } instance when !function.Method.IsStatic => [instance],
        _ => [],
    };

    internal static bool IsKeyed(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(CancellationToken)
        && parameter.Name?.StartsWith('_') != true
        && !parameter.IsDefined(typeof(NotKeyedAttribute));

    private static object? Convert(string function, ParameterInfo[] keyed, ParameterInfo parameter, object? value)
    {
        var wanted = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (value is null)
        {
            return !parameter.ParameterType.IsValueType || wanted != parameter.ParameterType
                ? null
                : throw Wrong(function, keyed, $"takes a {wanted.Name} for '{parameter.Name}', which cannot be null");
        }

        if (wanted.IsInstanceOfType(value))
            return value;
        if (IsImplicit(value.GetType(), wanted))
            return System.Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture);
        throw Wrong(function, keyed, $"takes a {wanted.Name} for '{parameter.Name}', but got a {value.GetType().Name}");
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

    private static CacheException Wrong(string name, ParameterInfo[] keyed, string what)
    {
        var signature = string.Join(", ", keyed.Select(p => $"{p.ParameterType.Name} {p.Name}"));
        return new CacheException("RFN0131", $"Clearing an entry of '{name}' {what}. Its key is made of: {name}({signature}).") { Function = name };
    }
}
