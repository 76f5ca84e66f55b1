using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Elements;
using Refrain.Pages;

namespace Refrain.Tests.Elements;

/// <summary>An element has its twins everywhere: in <see cref="Ui"/>, in the docs, on the wire, in the front end.</summary>
public class HouseTests
{
    private static readonly MethodInfo[] OnContainer =
        [.. typeof(Container).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name != nameof(Container.Enter))];

    private static readonly MethodInfo[] OnUi = [.. typeof(Ui).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => OnContainer.Any(element => element.Name == method.Name) || TakesCaller(method))];

    [Fact]
    public void Every_element_of_a_container_is_one_of_ui_and_the_other_way_round()
    {
        Assert.NotEmpty(OnContainer);
        Assert.Equal(OnContainer.Select(Signature).Order(), OnUi.Select(Signature).Order());
    }

    [Fact]
    public void Every_element_is_on_a_page_of_the_docs()
    {
        var pages = string.Concat(Directory.GetFiles(RepositoryRoot.PathTo("docs/elements"), "*.md").Select(File.ReadAllText));

        Assert.All(OnContainer.Select(method => method.Name).Distinct(), name => Assert.Matches($@"Ui\.{name}[(<]", pages));
    }

    [Fact]
    public void Every_folder_has_its_page_in_the_docs() => Assert.All(
        Folders(), folder => Assert.True(File.Exists(RepositoryRoot.PathTo($"docs/elements/{Kebab(folder)}.md")), $"docs/elements/{Kebab(folder)}.md is missing"));

    [Fact]
    public void Every_element_has_its_twin_in_the_front_end() => Assert.All(
        Folders().Where(folder => folder != "Write"),
        folder => Assert.True(Directory.Exists(RepositoryRoot.PathTo($"web/src/elements/{folder}")), $"web/src/elements/{folder} is missing"));

    [Fact]
    public void Every_kind_is_on_the_wire()
    {
        var wire = File.ReadAllText(RepositoryRoot.PathTo("docs/wire.md"));
        var kinds = typeof(Slider).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, Namespace: "Refrain.Elements" } && type.IsAssignableTo(typeof(Element)))
            .Select(type => ((Element)RuntimeHelpers.GetUninitializedObject(type)).Kind)
            .ToList();

        Assert.True(kinds.Count > 15);
        Assert.All(kinds, kind => Assert.Contains($"| `{kind}` |", wire, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Folders() => Directory.GetDirectories(RepositoryRoot.PathTo("src/Refrain/Elements")).Select(path => Path.GetFileName(path)!);

    private static string Signature(MethodInfo method) =>
        $"{method.ReturnType} {method.Name}<{string.Join(", ", method.GetGenericArguments().Select(Constraints))}>({string.Join(", ", method.GetParameters().Select(Parameter))})"
        + $" {method.GetCustomAttribute<OverloadResolutionPriorityAttribute>()?.Priority}";

    private static string Constraints(Type argument) => $"{argument}:{argument.GenericParameterAttributes}";

    private static string Parameter(ParameterInfo parameter) =>
        $"{parameter.ParameterType} {parameter.Name} = {(parameter.HasDefaultValue ? parameter.DefaultValue ?? "null" : "required")} {parameter.IsDefined(typeof(ParamArrayAttribute))}"
        + $" {parameter.IsDefined(typeof(CallerFilePathAttribute))} {parameter.IsDefined(typeof(CallerLineNumberAttribute))}";

    private static bool TakesCaller(MethodInfo method) => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(CallerLineNumberAttribute)));

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
