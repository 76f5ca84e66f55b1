using Refrain.Cli;

return await RefrainTool.RunAsync(args).ConfigureAwait(false);
