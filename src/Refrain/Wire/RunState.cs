namespace Refrain.Wire;

/// <summary>What the page says about the run.</summary>
internal enum RunState
{
    Idle,
    Running,
    Done,
    Stopped,
    Failed,
    Interrupted,
}
