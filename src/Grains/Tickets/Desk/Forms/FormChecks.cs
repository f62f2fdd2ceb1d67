using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Grainline.Refusals;
using static Grainline.Tickets.Desk.DeskText;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>What a form must be before it is published. Pure.</summary>
internal static class FormChecks
{
    private const int MostSteps = 200;

    /// <summary>The compiled form, or <see cref="ErrorCode.DefinitionInvalid"/> naming the fault.</summary>
    public static Outcome<CompiledForm> MayPublish(FormSpec spec)
    {
        if ((Name(spec.Name, "The form's name") ?? Size(spec) ?? Steps(spec)) is { } refusal)
            return refusal;
        var compiled = CompiledForm.Of(spec);
        return compiled.Succeeded && spec.Public && Unseen(compiled.Value!) is { } hidden ? hidden : compiled;
    }

    private static Refusal? Size(FormSpec spec) =>
        Encoding.UTF8.GetByteCount(spec.Schema.Text ?? "") + Encoding.UTF8.GetByteCount(spec.Hints.Text ?? "") > TicketLimits.FormBytes
            ? Fault($"Schema and hints have more than {TicketLimits.FormBytes} bytes together.")
            : null;

    /// <summary>A visitor cannot fill what it does not see.</summary>
    private static Refusal? Unseen(CompiledForm form)
    {
        using var schema = JsonDocument.Parse(form.Spec.Schema.Text);
        return schema.RootElement.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !form.RequesterSees(name))
                .Select(name => Fault($"A public form cannot require '{name}', which the requester does not see.")).FirstOrDefault()
            : null;
    }

    private static Refusal? Steps(FormSpec spec) =>
        spec.UpgradeFrom.IsDefault || spec.UpgradeFrom.Length > MostSteps ? Fault($"An upgrade has at most {MostSteps} steps.")
        : spec.UpgradeFrom.Select((step, index) => Step(step, $"Step {index + 1} of the upgrade")).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Step(FieldStep step, string what) =>
        step is null || !Enum.IsDefined(step.Kind) ? Fault($"{what} is of no kind that exists.")
        : step.Field is not { Length: > 0 and <= Limits.NameLength } ? Fault($"{what} names no field.")
        : step.To is not null != (step.Kind == FieldStepKind.Rename) || step.To is "" || step.To == step.Field ? Fault($"{what}: a rename, and nothing else, says what '{step.Field}' is called from now on.")
        : step.Value is not null != (step.Kind == FieldStepKind.Default) ? Fault($"{what}: a default, and nothing else, has a value for '{step.Field}'.")
        : step.Map is not null != (step.Kind == FieldStepKind.Map) || step.Map is { IsEmpty: true } ? Fault($"{what}: a map, and nothing else, says what values of '{step.Field}' become.")
        : Values(step).Any(value => StrictJson.Read(value, StrictJson.FieldsDepth).Fault is not null) ? Fault($"{what} has a value for '{step.Field}' that no ticket may have.")
        : null;

    private static ImmutableArray<JsonText> Values(FieldStep step) => [.. (step.Map?.Values ?? []), .. (step.Value is { } value ? [value] : ImmutableArray<JsonText>.Empty)];
}
