using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>Tests with the processes of a whole deployment: one set at a time on this machine, and once whatever the database of the run.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DeploymentTests
{
    public const string Name = "deployments";

    /// <summary>They choose their databases themselves: a run of all tests on another database leaves them out by this trait.</summary>
    public const string Trait = "Runs";

    public const string Once = "once";
}
