using System.Collections;
using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>Nothing, said so.</summary>
internal sealed class NullWriter : IValueWriter
{
    public Element? TryWrite(object? value) => value is null or DBNull ? new Markdown("<p><code>null</code></p>") : null;
}

/// <summary>Errors that were caught.</summary>
internal sealed class ExceptionWriter : IValueWriter
{
    public Element? TryWrite(object? value) => value is Exception thrown ? ExceptionReport.Of(thrown) : null;
}

/// <summary>A forgotten <c>await</c>: nobody wants to see the task itself.</summary>
internal sealed class AwaitableWriter : IValueWriter
{
    public Element? TryWrite(object? value) =>
        value is Task || value?.GetType() is { IsValueType: true } type && IsValueTask(type)
            ? throw ElementErrors.NotAwaited(Display.TypeName(Known(value!)))
            : null;

    // The runtime's own task types have names that nobody wrote: AsyncStateMachineBox<…>.
    private static Type Known(object value)
    {
        var type = value.GetType();
        if (value is not Task) return type;
        while (!type.IsPublic && type.BaseType is { } wider) type = wider;
        return type;
    }

    private static bool IsValueTask(Type type) =>
        type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));
}

/// <summary>Tables, and sequences of objects, as a grid.</summary>
internal sealed class TableWriter : IValueWriter
{
    public Element? TryWrite(object? value) => Tables.IsTable(value!) ? DataFrameGrid.Of(Tables.ToFrame("Write", "value", value!), null, null) : null;
}

/// <summary>Lists, dictionaries, tuples and JSON as a tree.</summary>
internal sealed class TreeWriter : IValueWriter
{
    public Element? TryWrite(object? value) =>
        value is IEnumerable or ITuple or JsonNode or JsonElement or JsonDocument ? new Json(JsonTree.Of(value)) : null;
}

/// <summary>Any other object as the names and values of its members, or as its text where it has none.</summary>
internal sealed class FieldsWriter : IValueWriter
{
    public Element? TryWrite(object? value)
    {
        var fields = Fields.Of(value!);
        return fields.Items.Count > 0 ? fields : new Text(value!.ToString() ?? fields.Title);
    }
}
