namespace Grainline.Testing;

/// <summary>A program that a test or a tool needs did not do what it was started for; the message has what it said.</summary>
public sealed class ProgramFailedException(string message) : IOException(message);
