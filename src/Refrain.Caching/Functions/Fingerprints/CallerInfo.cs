using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Tells which parameters the compiler fills with where a call stands in the source.</summary>
internal static class CallerInfo
{
    private static readonly Type[] Attributes =
    [
        typeof(CallerLineNumberAttribute),
        typeof(CallerFilePathAttribute),
        typeof(CallerMemberNameAttribute),
        typeof(CallerArgumentExpressionAttribute),
    ];

    /// <summary>For each parameter of a method, whether it is such a one; empty if none is.</summary>
    internal static bool[] Of(MethodBase definition)
    {
        var parameters = definition.GetParameters();
        var takes = Array.ConvertAll(parameters, Takes);
        return takes.Contains(true) ? takes : [];
    }

    private static bool Takes(ParameterInfo parameter) =>
        parameter.IsOptional && Array.Exists(Attributes, attribute => parameter.IsDefined(attribute, false));
}
