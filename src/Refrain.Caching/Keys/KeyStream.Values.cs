using System.Runtime.CompilerServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

internal sealed partial class KeyStream
{
    /// <summary>Writes a value by its runtime type.</summary>
    internal void Value<T>(T value)
    {
        if (!typeof(T).IsValueType)
        {
            Reference(value);
            return;
        }

        if (typeof(T) == typeof(bool))
            Tag(Unsafe.BitCast<T, byte>(value) != 0 ? KeyTag.True : KeyTag.False);
        else if (typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte))
            Tagged(KeyTag.Bits8, Unsafe.As<T, byte>(ref value));
        else if (typeof(T) == typeof(short) || typeof(T) == typeof(ushort) || typeof(T) == typeof(char))
            Tagged(KeyTag.Bits16, Unsafe.As<T, ushort>(ref value));
        else if (typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(float))
            Tagged(KeyTag.Bits32, Unsafe.As<T, uint>(ref value));
        else if (typeof(T) == typeof(long) || typeof(T) == typeof(ulong) || typeof(T) == typeof(double) || typeof(T) == typeof(DateTime))
            Tagged(KeyTag.Bits64, Unsafe.As<T, ulong>(ref value));
        else if (typeof(T) == typeof(decimal) || typeof(T) == typeof(Guid))
            Tagged(KeyTag.Bits128, Unsafe.As<T, UInt128>(ref value));
        else
            KeyWriters<T>.Current.Write(this, value);
    }

    private void Reference<T>(T value)
    {
        if (value is null)
        {
            Tag(KeyTag.Null);
            return;
        }

        if (value is string text)
        {
            Text(text);
            return;
        }

        var type = value.GetType();
        if (type == typeof(T))
        {
            var writer = KeyWriters<T>.Current;
            if (writer.IsTree)
            {
                writer.Write(this, value);
            }
            else if (Enter(writer, value))
            {
                writer.Write(this, value);
                Leave();
            }

            return;
        }

        // An object where another type was declared: the one way by which types that form trees could make a cycle.
        var actual = KeyWriters.For(type);
        if (actual.IsLeaf || (actual.IsTree && IsOpen(typeof(T))))
        {
            actual.WriteObject(this, value);
        }
        else if (Enter(actual, value))
        {
            actual.WriteObject(this, value);
            Leave();
        }
    }

    /// <summary>Whether a member declared so keeps its owner from being a tree, and the owner has therefore been entered.</summary>
    private static bool IsOpen(Type declared) => declared == typeof(object) || declared.IsInterface || declared.IsAbstract;
}
