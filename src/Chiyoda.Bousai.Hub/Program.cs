using Chiyoda.Bousai.Hub.Cli;

return await CommandLine.RunAsync(args);
