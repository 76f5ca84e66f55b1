using System.CommandLine;
using Refrain.Cli.Doctor;

namespace Refrain.Cli.Commands;

/// <summary><c>refrain doctor</c>: is this machine ready?</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var command = new Command("doctor", "Checks this machine: SDK, port, folders, browser.");
        command.SetAction(async (result, _) =>
        {
            Finding[] findings = [await Checks.SdkAsync().ConfigureAwait(false), Checks.Port(), Checks.CacheFolder(), Checks.CurrentFolder(), Checks.Browser()];
            foreach (var finding in findings)
                result.InvocationConfiguration.Output.WriteLine(finding);
            return findings.Any(finding => finding.State == FindingState.Bad) ? ExitCodes.CannotStart : 0;
        });
        return command;
    }
}
