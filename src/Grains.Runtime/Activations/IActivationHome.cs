namespace Grainline.Runtime.Activations;

/// <summary>Where an activation is found: the directory, or a group of stateless workers.</summary>
internal interface IActivationHome
{
    /// <summary>Forgets an ended activation; <paramref name="next"/>, if given, takes its place at once. Called under the activation's lock.</summary>
    void Replace(Activation ended, Activation? next);
}
