using Grainline.Refusals;

namespace Grainline.Integrations.Commands;

/// <summary>Carries commands out.</summary>
internal interface ICommandDesk
{
    /// <summary>Null when it is done, now or before: safe to repeat under the command's id.</summary>
    Task<Refusal?> Run(Command command);
}
