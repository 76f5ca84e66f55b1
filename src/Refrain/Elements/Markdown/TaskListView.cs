using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Refrain.Elements;

/// <summary>Draws the box of a task with a name that screen readers can say.</summary>
internal sealed class TaskListView : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList task) => renderer.Write(task.Checked
        ? """<input type="checkbox" disabled checked aria-label="Done" />"""
        : """<input type="checkbox" disabled aria-label="To do" />""");
}
