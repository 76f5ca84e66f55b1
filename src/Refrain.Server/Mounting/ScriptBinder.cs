using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Apps;

namespace Refrain.Server.Mounting;

/// <summary>Makes a function with parameters into what a run calls: each parameter comes from the run's scope of services, its user, or its
/// token.</summary>
internal static class ScriptBinder
{
    private static readonly MethodInfo RequiredMethod = Own(nameof(Required));
    private static readonly MethodInfo OptionalMethod = Own(nameof(Optional));

    /// <exception cref="ArgumentException">A parameter cannot be had, or the function returns neither nothing nor a task.</exception>
    internal static ScriptEntry Bind(Delegate script)
    {
        var run = Expression.Parameter(typeof(RunContext), "run");
        var method = script.Method;
        var arguments = method.GetParameters().Select(parameter => Argument(parameter, run));
        var call = Expression.Invoke(Expression.Constant(script), arguments);
        return Expression.Lambda<ScriptEntry>(AsTask(call, method), run).Compile();
    }

    private static Expression AsTask(Expression call, MethodInfo method)
    {
        if (method.ReturnType == typeof(void))
            return Expression.Block(call, Expression.Constant(Task.CompletedTask));
        if (typeof(Task).IsAssignableFrom(method.ReturnType))
            return Expression.Convert(call, typeof(Task));
        if (method.ReturnType == typeof(ValueTask))
            return Expression.Call(call, nameof(ValueTask.AsTask), null);
        throw new ArgumentException(
            $"RFN0603: A page's function returns nothing, Task or ValueTask, but this one returns {method.ReturnType.Name}. " +
            "Draw with Ui instead of returning.");
    }

    private static Expression Argument(ParameterInfo parameter, ParameterExpression run)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
            return Expression.Property(run, nameof(RunContext.Cancellation));
        if (type == typeof(ClaimsPrincipal))
            return Expression.Property(run, nameof(RunContext.User));
        var services = Expression.Property(run, nameof(RunContext.Services));
        if (type == typeof(IServiceProvider))
            return services;
        if (typeof(HttpContext).IsAssignableFrom(type) || type == typeof(HttpRequest) || type == typeof(HttpResponse))
            throw Refused(parameter, "a page lives longer than a request. Take ClaimsPrincipal, CancellationToken or a service instead");
        if (type.IsValueType || type == typeof(string) || type.IsByRef || type.IsPointer)
        {
            throw Refused(
                parameter, "a page's function takes services, ClaimsPrincipal and CancellationToken. Ask the visitor by a widget, or inject options");
        }


        var key = Expression.Constant(parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key);
        var optional = parameter.HasDefaultValue || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return optional
            ? Expression.Call(OptionalMethod.MakeGenericMethod(type), services, key)
            : Expression.Call(RequiredMethod.MakeGenericMethod(type), services, key, Expression.Constant(parameter.Name));
    }

    private static ArgumentException Refused(ParameterInfo parameter, string reason) =>
        new($"RFN0604: The parameter '{parameter.ParameterType.Name} {parameter.Name}' cannot be given: {reason}.");

    private static T Required<T>(IServiceProvider services, object? key, string name)
        where T : notnull =>
        Optional<T>(services, key) ?? throw new InvalidOperationException(
            $"RFN0606: No service of type '{typeof(T)}' is registered{(key is null ? "" : $" under the key '{key}'")}, which the page's function wants as '{name}'. " +
            "Register it with builder.Services.");

    private static T? Optional<T>(IServiceProvider services, object? key) => key is null ? services.GetService<T>() : services.GetKeyedService<T>(key);

    private static MethodInfo Own(string name) => typeof(ScriptBinder).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;
}
