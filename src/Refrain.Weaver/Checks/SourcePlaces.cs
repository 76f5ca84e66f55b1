using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Refrain.Weaver.Checks;

/// <summary>Where a method stands in the user's files, by the symbols.</summary>
internal static class SourcePlaces
{
    private const string StateMachine = "StateMachineAttribute";

    /// <summary>The first place of the method's own code; <see langword="null"/> without symbols or code.</summary>
    internal static SequencePoint? Of(MethodDefinition method) =>
        Code(method).SelectMany(m => m.DebugInformation.SequencePoints).Where(p => !p.IsHidden).OrderBy(p => p.StartLine).FirstOrDefault();

    /// <summary>A file in which the type of the method has code: the best there is for a method that has none.</summary>
    internal static string? FileNear(MethodDefinition method) =>
        method.DeclaringType.Methods.Select(Of).FirstOrDefault(p => p is not null)?.Document.Url;

    /// <summary>The attribute by which the compiler says that the code of a method is in another type; <see langword="null"/> if it is not.</summary>
    internal static CustomAttribute? StateMachineOf(MethodDefinition method) => method.CustomAttributes.FirstOrDefault(
        a => a.AttributeType.Namespace == "System.Runtime.CompilerServices" && a.AttributeType.Name.EndsWith(StateMachine, System.StringComparison.Ordinal));

    /// <summary>The method, and the one its code was moved to if the compiler made a state machine of it.</summary>
    internal static IEnumerable<MethodDefinition> Code(MethodDefinition method)
    {
        yield return method;
        if (StateMachineOf(method)?.ConstructorArguments[0].Value is TypeReference machine)
        {
            var next = machine.GetElementType().Resolve()?.Methods.FirstOrDefault(m => m.Name == "MoveNext");
            if (next is not null)
                yield return next;
        }
    }
}
