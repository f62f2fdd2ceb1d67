using System.Text.Json;
using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tests.Tickets.Desk;

/// <summary>The validator against cases that another one, Ajv, agrees with: <c>formCases.test.ts</c> of the console reads the same file.</summary>
public sealed class FormCasesTests
{
    public static TheoryData<string> Groups => [.. Cases().Keys];

    [Theory, MemberData(nameof(Groups))]
    public void Validate_CasesOfAKeyword_AreRightAndWrongAsWritten(string about)
    {
        var group = Cases()[about];
        var whole = group.TryGetProperty("root", out var schema);
        var text = whole ? schema.GetRawText() : $$"""{"type":"object","properties":{"v":{{group.GetProperty("value").GetRawText()}} } }""";
        var compiled = CompiledForm.Of(Desks.Form(text));
        Assert.Null(compiled.Refusal);
        foreach (var (name, valid) in new[] { ("valid", true), ("invalid", false) })
        {
            foreach (var instance in group.GetProperty(name).EnumerateArray())
            {
                var fields = new JsonText(whole ? instance.GetRawText() : $$"""{"v":{{instance.GetRawText()}} }""");
                var refusal = compiled.Value!.Validate(fields, complete: true);
                Assert.True(valid == refusal is null, $"{text} with {fields}: {refusal?.Message ?? "accepted"}");
                Assert.True(refusal is null or { Code: ErrorCode.FieldsInvalid });
            }
        }
    }

    [Fact]
    public void Cases_OfAllKeywords_AreMany()
    {
        var cases = Cases();
        Assert.True(cases.Values.Sum(g => g.GetProperty("valid").GetArrayLength() + g.GetProperty("invalid").GetArrayLength()) >= 250);
        var text = string.Concat(cases.Values.Select(g => g.GetRawText()));
        Assert.All(
            ["type", "properties", "required", "additionalProperties", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
             "pattern", "format", "items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentRequired", "$defs", "$ref"],
            (string keyword) => Assert.Contains($"\"{keyword}\":", text));
    }

    private static Dictionary<string, JsonElement> Cases() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tickets", "Desk", "form-cases.json"))).RootElement.EnumerateArray()
            .ToDictionary(group => group.GetProperty("about").GetString()!);
}
