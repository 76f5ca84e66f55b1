using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Checks;

/// <summary>Every error of the weaver, so that they speak with one voice: what cannot be, why, and what to do.</summary>
internal static class WeaveErrors
{
    internal static WeaveDiagnostic Reference(MethodDefinition function, ParameterDefinition parameter)
    {
        var kind = parameter.IsOut ? "out" : !parameter.IsIn ? "ref" : TypeTraits.IsReadOnly(parameter) ? "in" : "ref readonly";
        var remedy = parameter.IsIn ? "Take it by value." : "Return what it gives, several values as a tuple.";
        return At(function, "RFN0011", $"{Cannot(function)}: its parameter '{parameter.Name}' is passed by '{kind}', " +
            $"and a call that is answered from the cache does not run the function. {remedy}");
    }

    internal static WeaveDiagnostic StackOnly(MethodDefinition function, ParameterDefinition parameter) =>
        At(function, "RFN0012", $"{Cannot(function)}: its parameter '{parameter.Name}' is a '{SourceNames.Of(parameter.ParameterType)}', " +
            "which lives on the stack and cannot be kept as part of a key. Take a string, an array or a ReadOnlyMemory<T>.");

    internal static WeaveDiagnostic Pointer(MethodDefinition function, ParameterDefinition parameter) =>
        At(function, "RFN0013", $"{Cannot(function)}: its parameter '{parameter.Name}' is a '{SourceNames.Of(parameter.ParameterType)}', " +
            "and what a pointer points at is not known to a key. Take the value, an array or a ReadOnlyMemory<T>.");

    internal static WeaveDiagnostic Captures(MethodDefinition function, IReadOnlyList<string> variables)
    {
        var names = string.Join(", ", variables.Select(v => $"'{v}'"));
        var (noun, pronoun) = variables.Count == 1 ? ("variable", "it") : ("variables", "them");
        return At(function, "RFN0014", $"{Cannot(function)}: it captures the {noun} {names}, which its key would not include, so that " +
            $"a change would go unnoticed. Pass {pronoun} as an argument, and write 'static' before the function to be sure of it.");
    }

    internal static WeaveDiagnostic Iterator(MethodDefinition function) =>
        At(function, "RFN0015", $"{Cannot(function)}: it gives its items one by one with 'yield', when they are asked for, so there is no " +
            "value to keep when it returns. Return a list or an array.");

    internal static WeaveDiagnostic AsyncStream(MethodDefinition function) =>
        At(function, "RFN0016", $"{Cannot(function)}: it returns the async stream '{SourceNames.Of(function.ReturnType)}', which gives its " +
            "items one by one, when they are asked for, so there is no value to keep when it returns. " +
            "Collect the items and return a Task<List<T>>.");

    internal static WeaveDiagnostic NoBody(MethodDefinition function) => function.IsAbstract
        ? At(function, "RFN0017", $"{Cannot(function)}: it is abstract and has no code of its own. Put the attribute on the methods that implement it.")
        : At(function, "RFN0017", $"{Cannot(function)}: it is extern and has no code of its own. Put the attribute on a method that calls it.");

    internal static WeaveDiagnostic SpecialMethod(MethodDefinition function)
    {
        var kind = function.IsConstructor ? "a constructor"
            : function.IsGetter || function.IsSetter || function.IsAddOn || function.IsRemoveOn ? "an accessor"
            : function.Name == "Finalize" ? "a finalizer"
            : "an operator";
        return At(function, "RFN0018", $"{Cannot(function)}: it is {kind}. Put the attribute on a method that does the work, and call that.");
    }

    internal static WeaveDiagnostic MutableStruct(MethodDefinition function) =>
        At(function, "RFN0019", $"{Cannot(function)}: it may change the struct '{SourceNames.Of(function.DeclaringType)}' it is called on, " +
            "and a call that is answered from the cache would not. Write 'readonly' before the method or the struct.");

    internal static WeaveDiagnostic StackOnlyInstance(MethodDefinition function) =>
        At(function, "RFN0020", $"{Cannot(function)}: it is called on the ref struct '{SourceNames.Of(function.DeclaringType)}', which lives " +
            "on the stack and cannot be kept as part of a key. Make the function static and pass it what it needs.");

    internal static WeaveDiagnostic TaskLike(MethodDefinition function) =>
        At(function, "RFN0021", $"{Cannot(function)}: it returns '{SourceNames.Of(function.ReturnType)}', a kind of task the cache cannot wait " +
            "for. Return a Task<T> or a ValueTask<T>.");

    internal static WeaveDiagnostic ReferenceReturn(MethodDefinition function) =>
        At(function, "RFN0022", $"{Cannot(function)}: it returns by 'ref', and the cache keeps values, not places. Return the value.");

    internal static WeaveDiagnostic StackOnlyReturn(MethodDefinition function) =>
        At(function, "RFN0023", $"{Cannot(function)}: it returns a '{SourceNames.Of(function.ReturnType)}', which cannot be kept. " +
            "Return a string, an array or a ReadOnlyMemory<T>.");

    internal static WeaveDiagnostic AsyncVoid(MethodDefinition function) =>
        At(function, "RFN0024", $"{Cannot(function)}: it is 'async void', so nobody can know when it has ended. Return a Task.");

    internal static WeaveDiagnostic TwoAttributes(MethodDefinition function, IEnumerable<CustomAttribute> attributes)
    {
        var names = attributes.Select(a => $"[{a.AttributeType.Name.Replace("Attribute", "")}]").ToList();
        return At(function, "RFN0025", $"{Cannot(function)}: it has {string.Join(" and ", names)}, and only one of them can hold. " +
            "Keep [CacheData] for a value, or [CacheResource] for an object that everyone shares.");
    }

    internal static WeaveDiagnostic NoServer(string program) =>
        new("RFN0031", $"'{program}' cannot become a page: it does not reference Refrain's server. Add '#:package Refrain' to the file, " +
            "a PackageReference to the project, or set RefrainScript to false.", null, 0, 0);

    internal static WeaveDiagnostic NoEntryPoint(string program) =>
        new("RFN0032", $"'{program}' cannot become a page: it is a library and has nothing to run. Give it top-level statements " +
            "and OutputType Exe, or set RefrainScript to false.", null, 0, 0);

    internal static WeaveDiagnostic ForeignSymbols() =>
        new("RFN0033", "The symbols beside the assembly are those of another build of it, perhaps of one that was interrupted. Build it anew.", null, 0, 0);

    internal static WeaveDiagnostic WindowsSymbols() =>
        new("RFN0034", "The symbols beside the assembly are in the format of Windows, which the weaver does not write. Set DebugType to portable or embedded.", null, 0, 0);

    private static string Cannot(MethodDefinition function) => $"The function '{SourceNames.Of(function)}' cannot be cached";

    private static WeaveDiagnostic At(MethodDefinition function, string id, string message)
    {
        var place = SourcePlaces.Of(function);
        return place is null
            ? new WeaveDiagnostic(id, message, SourcePlaces.FileNear(function), 0, 0)
            : new WeaveDiagnostic(id, message, place.Document.Url, place.StartLine, place.StartColumn);
    }
}
