using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Functions.Fingerprints;

namespace Refrain.Caching.Functions.Doors;

/// <summary>What a function takes from outside: the captured variables that it, and what it calls in the same closure, reads.</summary>
/// <remarks>Objects are not followed, only types: the compiler makes a class for the variables of each block, and only lambdas and local functions of
/// the same method touch its fields. So whatever such code, reached from the function, reads of the classes that were there before the
/// function began is a captured variable. A class made inside the function holds variables of its own.</remarks>
internal sealed class Closure
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Dictionary<Type, Given> _given = [];
    private readonly HashSet<MethodBase> _reached = [];
    private readonly Queue<MethodBase> _waiting = new();
    private readonly List<CapturedVariable> _variables = [];

    private Closure()
    {
    }

    /// <summary>A closure class that exists before the function begins, and the fields that lead to it.</summary>
    private sealed record Given(Type Type, IReadOnlyList<FieldInfo> Path);

    /// <summary>What is read, in the order in which the code mentions it.</summary>
    internal IReadOnlyList<CapturedVariable> Variables => _variables;

    /// <summary>A variable that is not only read; <see langword="null"/> if there is none.</summary>
    internal string? Changed { get; private set; }

    internal static Closure Of(Delegate function)
    {
        var closure = new Closure();
        var method = function.Method;
        if (function.Target is null)
            return closure;
        if (method.IsStatic)
            closure._variables.Add(Receiver(method.GetParameters()[0]));
        else if (IsClosure(method.DeclaringType!))
            closure.Follow(method);
        else
            closure._variables.Add(new("this", method.DeclaringType!, []));
        return closure;
    }

    /// <summary>Whether what a delegate is called on says nothing: the compiler's singleton for lambdas that capture nothing.</summary>
    internal static bool IsEmpty(object? target) =>
        target is null || IsClosure(target.GetType()) && target.GetType().GetFields(Instance).Length == 0;

    /// <summary>An extension method's first argument, bound into the delegate. By any name that leaves it out of the key.</summary>
    private static CapturedVariable Receiver(ParameterInfo parameter) =>
        new(ClearArguments.IsKeyed(parameter) ? parameter.Name! : "_" + parameter.Name, parameter.ParameterType, []);

    private static bool IsClosure(Type type) => MadeName.Of(Definition(type)) == MadeType.Closure;

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private void Follow(MethodInfo method)
    {
        Find(new(method.DeclaringType!, []));
        Reach(method);
        while (_waiting.TryDequeue(out var next))
            Read(next);
    }

    private void Find(Given given)
    {
        if (!_given.TryAdd(Definition(given.Type), given))
            return;
        foreach (var field in given.Type.GetFields(Instance).Where(f => IsClosure(f.FieldType)))
            Find(new(field.FieldType, [.. given.Path, field]));
    }

    private void Reach(MethodBase method)
    {
        var definition = MemberNames.Definition(method);
        if (!MadeName.IsMade(definition) || !_reached.Add(definition))
            return;
        _waiting.Enqueue(definition);
        if (definition.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType is { } machine)
            Reach(machine.GetMethod("MoveNext", Instance)!);
    }

    private void Read(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            return;
        var code = MethodCode.Read(method, body);
        for (var i = 0; i < code.Members.Length; i++)
        {
            if (code.Members[i] is MethodBase called)
                Reach(called);
            else if (code.Members[i] is FieldInfo field && _given.TryGetValue(Definition(field.DeclaringType!), out var given))
                Touch(field, given, code.Stack(UserCode.Default).Changes.Contains(i));
        }
    }

    private void Touch(FieldInfo field, Given given, bool isChanged)
    {
        if (field.IsStatic || IsClosure(field.FieldType) || MadeName.IsCache(field))
            return;
        var name = field.Name == "<>4__this" ? "this" : field.Name;
        if (isChanged)
            Changed ??= name;
        var own = given.Type.GetField(field.Name, Instance)!;
        if (!_variables.Exists(known => known.Path[^1] == own))
            _variables.Add(new(name, own.FieldType, [.. given.Path, own]));
    }
}
