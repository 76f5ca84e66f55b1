using Refrain.Pages;
using Refrain.Widgets;

namespace Refrain;

/// <summary>A place of the page to draw in. Every element is a method of it; <see cref="Enter"/> makes it the place where <see cref="Ui"/> draws.</summary>
public abstract partial class Container
{
    private protected Container()
    {
    }

    /// <summary>Makes this the place where <see cref="Ui"/> draws, until the result is disposed.</summary>
    /// <example><code>
    /// using (Ui.Sidebar.Enter()) { Ui.Write("inside"); }
    /// </code></example>
    public abstract IDisposable Enter();

    /// <summary>Draws an element at the end of this container.</summary>
    internal abstract void Draw(Element element, CallSite site);

    /// <summary>Draws an element that has children.</summary>
    internal abstract Container DrawContainer(Element element, CallSite site);

    /// <summary>Draws a widget and gives its value in this run.</summary>
    internal abstract T DrawWidget<T>(Widget<T> widget, CallSite site);
}
