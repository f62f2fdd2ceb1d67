using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A write met a record that somebody else has changed. Leaving a grain call, it ends the activation, so that the next one reads afresh.</summary>
public class InconsistentStateException : OrleansException
{
    public InconsistentStateException() { }

    public InconsistentStateException(string message) : base(message) { }

    public InconsistentStateException(string message, Exception? innerException) : base(message, innerException!) { }

    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag) : this(errorMsg, storedEtag, currentEtag, null) { }

    public InconsistentStateException(string? storedEtag, string? currentEtag, Exception storageException)
        : this(storageException?.Message ?? "", storedEtag, currentEtag, storageException) { }

    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException) : base(errorMsg, storageException!)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The version in storage.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version that the writer knew.</summary>
    public string? CurrentEtag { get; }

    /// <summary>True until it has ended the activation where it arose: its callers are not to blame.</summary>
    internal bool IsSourceActivation { get; set; } = true;
}

/// <summary>A state asks for a storage that is not registered.</summary>
public class BadProviderConfigException : OrleansException
{
    public BadProviderConfigException() { }

    public BadProviderConfigException(string msg) : base(msg) { }

    public BadProviderConfigException(string msg, Exception exc) : base(msg, exc) { }
}
