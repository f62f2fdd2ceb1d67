using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tests.Tickets.Desk;

public sealed class FormUpgradeTests
{
    [Fact]
    public void Apply_StepsOfSeveralVersions_AreTakenInOrder()
    {
        var path = Path(
            [new(FieldStepKind.Rename, "order", "orderNumber"), new(FieldStepKind.Default, "channel", Value: new("\"web\""))],
            [new(FieldStepKind.Drop, "note"), new(FieldStepKind.Map, "reason", Map: Map(("broken", "\"damaged\""), ("3", "\"late\"")))]);
        Assert.Equal("""{"reason":"damaged","orderNumber":"A1","channel":"web"}""", Applied(path, """{"order":"A1","note":"x","reason":"broken"}"""));
        Assert.Equal("""{"channel":"shop","reason":"late"}""", Applied(path, """{"channel":"shop","reason":3}"""));
        Assert.Equal("""{"reason":["damaged","other","late"],"channel":"web"}""", Applied(path, """{"reason":["broken","other",3]}"""));
        Assert.Equal("""{"名":"值","channel":"web"}""", Applied(path, """{"名":"值"}"""));
    }

    [Fact]
    public void Apply_NullThatIsThere_IsAValueLikeOthers()
    {
        var path = Path([new(FieldStepKind.Default, "a", Value: new("1")), new(FieldStepKind.Rename, "b", "c"), new(FieldStepKind.Map, "d", Map: Map(("null", "0")))]);
        Assert.Equal("""{"a":null,"d":0,"c":null}""", Applied(path, """{"a":null,"b":null,"d":null}"""));
    }

    [Fact]
    public void Apply_RenameOntoWhatIsThere_IsRefusedWithItsName()
    {
        var refusal = FormUpgrade.Apply(Path([new(FieldStepKind.Rename, "a", "b")]), new("""{"a":1,"b":2}""")).Refusal!;
        Assert.Equal(new(ErrorCode.FieldsInvalid, "'a' cannot become 'b': it has both."), refusal);
        Assert.Equal(ErrorCode.FieldsInvalid, FormUpgrade.Apply([], new("[]")).Refusal!.Code);
    }

    private static string Applied(ImmutableArray<FormSpec> path, string fields) => FormUpgrade.Apply(path, new(fields)).Value.Text;

    private static ImmutableArray<FormSpec> Path(FieldStep[] first, FieldStep[]? second = null) => [.. new[] { first, second ?? [] }.Select(steps => DefaultDesk.Form with { UpgradeFrom = [.. steps] })];

    private static ImmutableDictionary<string, JsonText> Map(params (string From, string To)[] pairs) => pairs.ToImmutableDictionary(p => p.From, p => new JsonText(p.To));
}
