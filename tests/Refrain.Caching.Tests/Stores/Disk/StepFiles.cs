using Microsoft.Win32.SafeHandles;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Caching.Tests.Stores.Disk;

/// <summary>The real files, but before each step the test is asked: it may do something in between, or throw.</summary>
internal sealed class StepFiles(Action<Step, string> before) : FileSystem
{
    internal bool IsOwner { get; init; } = true;

    internal override void CreateFolder(string path)
    {
        before(Step.CreateFolder, path);
        base.CreateFolder(path);
    }

    internal override Stream Create(string path)
    {
        before(Step.Create, path);
        return new StepStream(base.Create(path), () => before(Step.WriteFile, path));
    }

    internal override void Flush(Stream file)
    {
        before(Step.Flush, "");
        base.Flush(((StepStream)file).Inner);
    }

    internal override Stream OpenToChange(string path)
    {
        before(Step.OpenToChange, path);
        return base.OpenToChange(path);
    }

    internal override SafeFileHandle OpenToRead(string path)
    {
        before(Step.OpenToRead, path);
        return base.OpenToRead(path);
    }

    internal override void Rename(string from, string to)
    {
        before(Step.Rename, to);
        base.Rename(from, to);
        before(Step.Renamed, to);
    }

    internal override void Delete(string path)
    {
        before(Step.Delete, path);
        base.Delete(path);
    }

    internal override void SetTime(string path, DateTimeOffset time)
    {
        before(Step.SetTime, path);
        base.SetTime(path, time);
    }

    internal override IDisposable? TryLock(string path)
    {
        before(Step.Lock, path);
        return base.TryLock(path);
    }

    internal override void Pause(TimeSpan time)
    {
        before(Step.Pause, "");
        base.Pause(time);
    }

    internal override bool IsOurs(string folder) => IsOwner && base.IsOurs(folder);

    private sealed class StepStream(Stream inner, Action beforeWrite) : Stream
    {
        public Stream Inner => inner;

        public override bool CanRead => false;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => inner.Position = value; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            beforeWrite();
            inner.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>What is about to be done to a file.</summary>
public enum Step
{
    CreateFolder,
    Create,
    WriteFile,
    Flush,
    SetTime,
    Lock,
    Pause,
    OpenToRead,
    OpenToChange,
    Rename,
    Renamed,
    Delete,
}
