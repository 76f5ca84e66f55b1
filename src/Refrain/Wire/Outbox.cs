using System.Buffers;
using System.Text.Json;
using Refrain.Pages;
using Refrain.Sessions;

namespace Refrain.Wire;

/// <summary>What of a session its browser does not know yet, and the frames that tell it. Used under the session's lock.</summary>
/// <remarks>There is no queue: it holds what is different, so a slow browser gets one frame with the newest state. Each part remembers the
/// frame that carries its last change, and that is all a resume needs.</remarks>
internal sealed class Outbox(Session session)
{
    /// <summary>A frame is sent at once when so much has come together.</summary>
    private const int FlushBytes = 8 * 1024;

    private bool _runChanged;
    private bool _spinnersChanged;
    private bool _overlayChanged;
    private bool _noticesChanged;
    private bool _hasNoticed;
    private bool _seqChanged;
    private int _frame;
    private bool _reset = true;
    private (int Number, RunState State) _lastRun = (0, RunState.Idle);
    private int _lastSeq;

    /// <summary>Hears that there is something to send; whether at once or soon.</summary>
    internal Action<bool>? Signal { get; set; }

    /// <summary>The number of the last frame.</summary>
    internal int LastFrame => _frame;

    /// <summary>Whether there is anything to say.</summary>
    internal bool HasChanges { get; private set; }

    internal void SetRun(int number, RunState state)
    {
        _lastRun = (number, state);
        _runChanged = true;
        Touch();
    }

    internal void SetSeq(int seq)
    {
        _seqChanged |= seq != _lastSeq && seq != 0;
        _lastSeq = seq;
        if (_seqChanged)
            Touch();
    }

    internal void SpinnersChanged()
    {
        _spinnersChanged = true;
        Touch();
    }

    internal void OverlayChanged()
    {
        _overlayChanged = true;
        Touch();
    }

    /// <summary>The script was saved: what was said of the save before is said no more.</summary>
    internal void NoticesChanged()
    {
        _hasNoticed |= session.Notices.Count > 0;
        _noticesChanged |= _hasNoticed;
        Touch();
    }

    /// <summary>Something changed; it is sent soon.</summary>
    internal void Touch()
    {
        HasChanges = true;
        Signal?.Invoke(session.Tree.DirtyBytes >= FlushBytes);
    }

    /// <summary>What changed is sent at once: the user waits for it.</summary>
    internal void Flush()
    {
        if (HasChanges)
            Signal?.Invoke(true);
    }

    /// <summary>A browser comes (back). Says whether it can go on from the frame it has; if not, it gets everything.</summary>
    internal bool Resume(int frame)
    {
        _reset = frame == 0 || frame > _frame;
        HasChanges = true;
        _runChanged = _spinnersChanged = _overlayChanged = true;
        _noticesChanged |= _hasNoticed;
        foreach (var container in session.Tree.Containers)
            container.IsTouched = true;
        foreach (var node in session.Tree.AllNodes())
        {
            if (_reset || node.ChangedIn > frame)
                session.Tree.MarkDirty(node);
            if (node is ContainerNode container && (_reset || container.OrderChangedIn > frame))
                container.Enter();
        }

        return !_reset;
    }

    /// <summary>Writes the next frame; gives its number.</summary>
    internal int Write(IBufferWriter<byte> output)
    {
        _frame++;
        HasChanges = false;
        var tree = session.Tree;
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = PropsEncoder.Options.Encoder, SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteString("type"u8, "frame"u8);
        writer.WriteNumber("frame"u8, _frame);
        if (_reset)
            writer.WriteBoolean("reset"u8, true);
        if (Take(ref _runChanged) || _reset)
            WriteRun(writer);
        WriteNodes(writer, tree);
        WriteChildren(writer, tree);
        if (Take(ref _spinnersChanged))
            WriteSpinners(writer);
        if (Take(ref _seqChanged))
            writer.WriteNumber("seq"u8, _lastSeq);
        if (Take(ref _overlayChanged) && !(_reset && session.App.Overlay is null))
        {
            writer.WritePropertyName("overlay"u8);
            JsonSerializer.Serialize(writer, session.App.Overlay, PropsEncoder.Options);
        }

        if (Take(ref _noticesChanged))
        {
            writer.WritePropertyName("notices"u8);
            JsonSerializer.Serialize(writer, session.Notices, PropsEncoder.Options);
        }

        writer.WriteEndObject();
        _reset = false;
        return _frame;
    }

    private void WriteRun(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("run"u8);
        writer.WriteNumber("number"u8, _lastRun.Number);
        writer.WriteString("state"u8, _lastRun.State switch
        {
            RunState.Idle => "idle"u8,
            RunState.Running => "running"u8,
            RunState.Done => "done"u8,
            RunState.Stopped => "stopped"u8,
            RunState.Failed => "failed"u8,
            _ => "interrupted"u8,
        });
        writer.WriteEndObject();
    }

    private void WriteNodes(Utf8JsonWriter writer, PageTree tree)
    {
        if (tree.Dirty.Count == 0)
            return;
        writer.WriteStartArray("nodes"u8);
        foreach (var node in tree.Dirty)
        {
            node.IsDirty = false;
            node.ChangedIn = _frame;
            if (node.IsRemoved)
                continue;
            writer.WriteStartObject();
            writer.WriteString("id"u8, node.Id);
            writer.WriteString("kind"u8, node.Kind);
            writer.WritePropertyName("props"u8);
            writer.WriteRawValue(node.Props, skipInputValidation: true);
            if (node.Widget is { IsTrigger: false } widget)
            {
                writer.WritePropertyName("value"u8);
                writer.WriteRawValue(widget.Wire, skipInputValidation: true);
                writer.WriteNumber("revision"u8, widget.Revision);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        tree.Dirty.Clear();
        tree.DirtyBytes = 0;
    }

    private void WriteChildren(Utf8JsonWriter writer, PageTree tree)
    {
        var running = _lastRun.State == RunState.Running;
        List<(string Container, int Fresh)>? counts = null;
        var open = false;
        foreach (var container in tree.Containers)
        {
            if (!container.IsTouched)
                continue;
            container.IsTouched = false;
            if (container.UpdateOrder(tree.Run, out var fresh))
            {
                if (!open)
                    writer.WriteStartObject("children"u8);
                open = true;
                container.OrderChangedIn = _frame;
                writer.WriteStartArray(container.Id);
                foreach (var child in container.Shown!)
                    writer.WriteStringValue(child.Id);
                writer.WriteEndArray();
            }

            if (running)
                (counts ??= []).Add((container.Id, fresh));
        }

        if (open)
            writer.WriteEndObject();
        if (counts is null)
            return;
        writer.WriteStartObject("fresh"u8);
        foreach (var (container, fresh) in counts)
            writer.WriteNumber(container, fresh);
        writer.WriteEndObject();
    }

    private void WriteSpinners(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("spinners"u8);
        foreach (var spinner in session.Spinners.Shown)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, spinner.Id);
            writer.WriteString("text"u8, spinner.Text);
            writer.WriteBoolean("showTime"u8, spinner.ShowTime);
            writer.WriteNumber("elapsed"u8, spinner.Elapsed(session.App.Options.Time));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static bool Take(ref bool changed)
    {
        var was = changed;
        changed = false;
        return was;
    }
}
