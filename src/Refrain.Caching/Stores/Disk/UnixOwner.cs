using System.Runtime.InteropServices;

namespace Refrain.Caching.Stores.Disk;

/// <summary>Who owns a folder, which .NET does not tell.</summary>
internal static unsafe partial class UnixOwner
{
    /// <remarks>
    /// On Linux <c>statx</c> says who, in a form that is the same on every processor. Elsewhere only an owner may set the mode, so setting the
    /// mode it has already is a test; the superuser passes it everywhere.
    /// </remarks>
    internal static bool IsUs(string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            var information = stackalloc uint[StatxBytes / sizeof(uint)];
            return Statx(CurrentFolder, folder, DoNotFollow, AskForOwner, information) == 0 && information[OwnerWord] == EffectiveUser();
        }

        try
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, File.GetUnixFileMode(folder));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private const int CurrentFolder = -100;
    private const int DoNotFollow = 0x100;
    private const uint AskForOwner = 0x8;
    private const int StatxBytes = 256;
    private const int OwnerWord = 5;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, uint* information);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint EffectiveUser();
}
