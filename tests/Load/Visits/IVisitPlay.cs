namespace Grainline.Load.Visits;

/// <summary>What is said and done in one visit, from the visitor's coming until the conversation is over.</summary>
internal interface IVisitPlay
{
    /// <summary>The argument of OpenConversation.</summary>
    object Opening { get; }

    /// <summary>Returns when nothing more will be posted.</summary>
    Task Play(Visit visit, CancellationToken cancellation);
}
