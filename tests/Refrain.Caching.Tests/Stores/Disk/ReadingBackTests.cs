using Refrain.Caching.Stores;

namespace Refrain.Caching.Tests.Stores.Disk;

/// <summary>A file is believed only when everything it says of itself agrees.</summary>
[Trait("row", "B7")]
public sealed class ReadingBackTests : IDisposable
{
    private const int VersionAt = 8;
    private const int EnvelopeAt = 192;
    private readonly DiskWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    [Trait("case", "92")]
    public void A_file_of_an_older_format_is_discarded_and_stored_anew()
    {
        var function = Stored();
        var file = Change(bytes => bytes[VersionAt]--);
        AssertRemoved(function, $"A stored value of 'Load' was written by another version of Refrain. It is removed, and computed anew. File: {file}");
        function.Write(1, _world.Content("new"));
        Assert.Equal("new", function.Read(1));
    }

    [Theory]
    [InlineData(0, "it does not begin as an entry does")]
    [InlineData(40, "its header does not hold")]
    [InlineData(64, "its header does not hold")]
    [InlineData(130, "its header does not hold")]
    [InlineData(161, "its header does not hold")]
    [InlineData(EnvelopeAt, "its content does not hold")]
    [InlineData(EnvelopeAt + 64 + 3, "its header does not hold")]
    [InlineData(EnvelopeAt + 128 + 99, "its content does not hold")]
    public void A_changed_bit_is_seen_wherever_it_is(int at, string what)
    {
        var function = Stored();
        var file = Change(bytes => bytes[at] ^= 4);
        AssertRemoved(function, $"A stored value of 'Load' is damaged: {what}. It is removed, and computed anew. File: {file}");
    }

    [Theory]
    [InlineData(0, "it is cut short")]
    [InlineData(159, "it is cut short")]
    [InlineData(200, "its header does not hold")]
    [InlineData(400, "its header does not hold")]
    public void A_file_that_was_cut_short_is_damaged(int length, string what)
    {
        var function = Stored();
        var file = Assert.Single(_world.Files);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);
        AssertRemoved(function, $"A stored value of 'Load' is damaged: {what}. It is removed, and computed anew. File: {file}");
    }

    [Fact]
    public void A_file_that_became_longer_is_damaged()
    {
        var function = Stored();
        var file = Assert.Single(_world.Files);
        File.AppendAllText(file, "x");
        AssertRemoved(function, $"A stored value of 'Load' is damaged: its header does not hold. It is removed, and computed anew. File: {file}");
    }

    [Fact]
    public void Files_that_were_exchanged_are_believed_for_neither_key()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a"));
        function.Write(2, _world.Content("b"));
        var (first, second) = (_world.Files[0], _world.Files[1]);
        File.Move(first, first + "x");
        File.Move(second, first);
        File.Move(first + "x", second);

        Assert.Null(function.Read(1));
        Assert.Null(function.Read(2));
        Assert.Equal(
            [first, second],
            _world.Log.Lines.Select(line => line.Split("is damaged: it is the file of another entry. It is removed, and computed anew. File: ")[1]));
        Assert.Empty(_world.Files);
    }

    [Fact]
    public void A_file_of_another_function_or_version_in_its_place_is_not_believed()
    {
        var storage = _world.OpenStorage();
        foreach (var (name, code) in new[] { ("Other", "code 1"), ("Load", "code 2") })
        {
            var function = Stored();
            var place = Assert.Single(_world.Files);
            storage.Open(name, code, DiskWorld.NoLimits).Write(1, _world.Content("other"));
            File.Move(_world.Files.Single(file => file != place), place, overwrite: true);
            Assert.Null(function.Read(1));
            Assert.Empty(_world.Files);
        }
    }

    [Fact]
    public void A_stored_time_in_the_future_is_a_miss()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a") with { Stored = _world.Time.GetUtcNow() + TimeSpan.FromSeconds(1) });
        var file = Assert.Single(_world.Files);
        AssertRemoved(function, $"A stored value of 'Load' has a time in the future. It is removed, and computed anew. File: {file}");
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_miss_and_stays()
    {
        Stored();
        var function = _world.Open(files: new StepFiles((step, path) =>
        {
            if (step == Step.OpenToRead && path.EndsWith(".entry", StringComparison.Ordinal))
                throw new UnauthorizedAccessException("not yours");
        }));
        Assert.Null(function.Read(1));
        var file = Assert.Single(_world.Files);
        Assert.Equal($"A stored value of 'Load' could not be read, and is computed anew. File: {file}", Assert.Single(_world.Log.Lines));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_a_miss_and_storing_there_an_error()
    {
        var function = Stored();
        var file = Assert.Single(_world.Files);
        File.Delete(file);
        Directory.CreateDirectory(file);
        Assert.Null(function.Read(1));
        Assert.Throws<StorageException>(() => function.Write(1, _world.Content("b")));
        Assert.Empty(_world.Files);
    }

    [Fact]
    public void What_another_has_stored_since_a_damaged_file_was_seen_is_read_and_stays()
    {
        Stored();
        Change(bytes => bytes[EnvelopeAt] ^= 1);
        var other = _world.Open();
        var function = _world.Open(files: new StepFiles((step, _) =>
        {
            if (step == Step.Lock)
                other.Write(1, _world.Content("new"));
        }));
        Assert.Equal("new", function.Read(1));
        Assert.Equal("new", other.Read(1));
        Assert.Empty(_world.Log.Lines);
    }

    [Fact]
    public void A_look_up_opens_one_file_and_takes_no_lock()
    {
        var function = _world.Open();
        for (var key = 0; key < 5; key++)
            function.Write(key, _world.Content("a"));
        var steps = new List<Step>();
        var restarted = _world.Open(new(5, 1_000_000), files: new StepFiles((step, _) => steps.Add(step)));
        steps.Clear();
        Assert.Equal("a", restarted.Read(3));
        Assert.Equal([Step.OpenToRead], steps);
    }

    private IFunctionStorage Stored()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a", null, StorageReading.Noise(1, 100)));
        return function;
    }

    private string Change(Action<byte[]> change)
    {
        var file = Assert.Single(_world.Files);
        var bytes = File.ReadAllBytes(file);
        change(bytes);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private void AssertRemoved(IFunctionStorage function, string line)
    {
        Assert.Null(function.Read(1));
        Assert.Equal([line], _world.Log.Lines);
        Assert.Empty(_world.Files);
        Assert.Null(function.Read(1));
        Assert.Single(_world.Log.Lines);
    }
}
