using System.Diagnostics.CodeAnalysis;
using Orleans;

namespace Grainline.Refusals;

/// <summary>What a grain answers: a value, or a <see cref="Refusal"/>. Exactly one of the two is set.</summary>
[GenerateSerializer, Immutable, Alias("outcome`1")]
public readonly record struct Outcome<T>([property: Id(0)] T? Value, [property: Id(1)] Refusal? Refusal) : IOutcome
{
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    object? IOutcome.Value => Value;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>An <see cref="Outcome{T}"/> whose value type does not matter: the doors unwrap it into a result or an error.</summary>
public interface IOutcome
{
    object? Value { get; }

    Refusal? Refusal { get; }
}

/// <summary>The value of an outcome that has nothing to say but "done".</summary>
[GenerateSerializer, Immutable, Alias("done")]
public readonly record struct Done;
