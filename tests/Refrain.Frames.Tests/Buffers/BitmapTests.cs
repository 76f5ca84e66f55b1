using FsCheck;
using FsCheck.Fluent;
using Refrain.Frames.Buffers;

namespace Refrain.Frames.Tests.Buffers;

public sealed class BitmapTests
{
    [Fact]
    public void Bits_are_copied_filled_and_counted_at_any_offset()
    {
        var places = Gen.Choose(0, 40).Three();
        Prop.ForAll(Gen.Elements(true, false).ArrayOf(80).ToArbitrary(), places.ToArbitrary(), (bits, place) =>
        {
            var (from, to, length) = place;
            var source = Packed(bits);

            var target = new byte[10];
            Bitmap.Copy(source, allSet: false, from, target, to, length);
            Assert.Equal(Expected(i => bits[i - to + from]), Unpacked(target));

            Array.Clear(target);
            Bitmap.Copy(default, allSet: true, from, target, to, length);
            Assert.Equal(Expected(_ => true), Unpacked(target));

            Array.Clear(target);
            Bitmap.Fill(target, to, length);
            Assert.Equal(Expected(_ => true), Unpacked(target));
            Assert.Equal(length, Bitmap.Count(target, 80));
            Assert.Equal(bits.Take(length).Count(bit => bit), Bitmap.Count(source, length));

            bool[] Expected(Func<int, bool> inside) => [.. Enumerable.Range(0, 80).Select(i => i >= to && i < to + length && inside(i))];
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Packed(bool[] bits)
    {
        var packed = new byte[Bitmap.Bytes(bits.Length)];
        for (var i = 0; i < bits.Length; i++)
            Bitmap.Set(packed, i, bits[i]);
        return packed;
    }

    private static bool[] Unpacked(byte[] bits) => [.. Enumerable.Range(0, bits.Length * 8).Select(i => Bitmap.Get(bits, i))];
}
