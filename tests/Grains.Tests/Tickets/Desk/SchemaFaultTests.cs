using Grainline.Refusals;
using Grainline.Tickets;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tests.Tickets.Desk;

/// <summary>What is refused when a form is published, and what nobody could agree on in fields.</summary>
public sealed class SchemaFaultTests
{
    [Theory]
    [InlineData("""{"colour":1}""", "#/properties/v: the keyword 'colour' is not among those that forms may use.")]
    [InlineData("""{"patternProperties":{}}""", "the keyword 'patternProperties' is not among")]
    [InlineData("""{"minContains":1}""", "the keyword 'minContains' is not among")]
    [InlineData("""{"$anchor":"a"}""", "the keyword '$anchor' is not among")]
    [InlineData("""{"type":"text"}""", "'type' is one or some of array, boolean")]
    [InlineData("""{"type":[]}""", "'type' is one or some of")]
    [InlineData("""{"type":["string","string"]}""", "'type' is one or some of")]
    [InlineData("""{"enum":[]}""", "'enum' has a value at least, and none twice")]
    [InlineData("""{"enum":[1,1.0]}""", "'enum' has a value at least, and none twice")]
    [InlineData("""{"enum":"a"}""", "'enum' is a list")]
    [InlineData("""{"minimum":"1"}""", "'minimum' is a number")]
    [InlineData("""{"minimum":2,"maximum":1}""", "no number is between its bounds")]
    [InlineData("""{"minimum":1,"exclusiveMaximum":1}""", "no number is between its bounds")]
    [InlineData("""{"multipleOf":0}""", "'multipleOf' is at least 0.000001")]
    [InlineData("""{"minLength":-1}""", "'minLength' is a whole number from 0")]
    [InlineData("""{"minLength":1.5}""", "'minLength' is a whole number from 0")]
    [InlineData("""{"minLength":3,"maxLength":2}""", "'minLength' is more than 'maxLength'")]
    [InlineData("""{"minItems":3,"maxItems":2}""", "'minItems' is more than 'maxItems'")]
    [InlineData("""{"format":"ipv4"}""", "the format 'ipv4' is none of date, time, date-time, email, uri, uuid")]
    [InlineData("""{"required":["a","a"]}""", "'required' lists names, none twice")]
    [InlineData("""{"required":"a"}""", "'required' lists names, none twice")]
    [InlineData("""{"dependentRequired":{"a":"b"}}""", "'dependentRequired' lists names, none twice")]
    [InlineData("""{"allOf":[]}""", "'allOf' is empty")]
    [InlineData("""{"then":{}}""", "'then' and 'else' need an 'if'")]
    [InlineData("""{"uniqueItems":1}""", "'uniqueItems' is true or false")]
    [InlineData("""{"items":[{}]}""", "#/properties/v/items: is no schema")]
    [InlineData("""{"items":5}""", "#/properties/v/items: is no schema")]
    [InlineData("""{"properties":[]}""", "'properties' is an object of schemas")]
    [InlineData("""{"$ref":"#/$defs/none"}""", "'$ref' names '#/$defs/none', where no schema stands")]
    [InlineData("""{"$ref":"https://elsewhere.example/schema"}""", "where no schema stands")]
    [InlineData("""{"$ref":"#/properties"}""", "where no schema stands")]
    [InlineData("""{"$ref":"#/properties/v"}""", "refers to itself")]
    [InlineData("""{"anyOf":[{"type":"string"},{"not":{"$ref":"#/properties/v"}}]}""", "refers to itself")]
    [InlineData("""{"$id":"x"}""", "'$id' stands in the root only")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2020-12/schema"}""", "'$schema' stands in the root only")]
    [InlineData("""{"pattern":"(?=a)"}""", "the pattern (?=a) looks around or names a group")]
    [InlineData("""{"pattern":"(?<n>a)"}""", "looks around or names a group")]
    [InlineData("""{"pattern":"(a)\\1"}""", "has the escape \\1, which is not among")]
    [InlineData("""{"pattern":"\\bword\\b"}""", "has the escape \\b")]
    [InlineData("""{"pattern":"\\p{L}"}""", "has the escape \\p")]
    [InlineData("""{"pattern":"a{"}""", "has a '{' that repeats nothing")]
    [InlineData("""{"pattern":"a{2,1}"}""", "repeats more than 1000 times, or less than nothing")]
    [InlineData("""{"pattern":"a{1001}"}""", "repeats more than 1000 times")]
    [InlineData("""{"pattern":"*a"}""", "has nothing to repeat at 1")]
    [InlineData("""{"pattern":"a**"}""", "has nothing to repeat at 3")]
    [InlineData("""{"pattern":"[a"}""", "has a '[' without an end")]
    [InlineData("""{"pattern":"(a"}""", "has a group without an end")]
    [InlineData("""{"pattern":"a)"}""", "has a ')' too many")]
    [InlineData("""{"pattern":"a}"}""", "has a '}' alone at 2")]
    [InlineData("""{"pattern":"[z-a]"}""", "has a range of characters that is none")]
    [InlineData("""{"pattern":"[\\d-z]"}""", "has a range of characters that is none")]
    [InlineData("""{"pattern":"\\"}""", "ends in the middle of an escape")]
    [InlineData("""{"pattern":"\\u12"}""", "has an escape without its hexadecimal digits")]
    [InlineData("""{"pattern":"\\ud800"}""", "has half a surrogate pair")]
    [InlineData("""{"pattern":"((a{900}){900}){900}"}""", "repeats too much")]
    public void Of_ASchemaWithAFault_NamesItAndItsPlace(string value, string fault)
    {
        var refusal = CompiledForm.Of(Desks.Form($$"""{"type":"object","properties":{"v":{{value}} } }""")).Refusal!;
        Assert.Equal(ErrorCode.DefinitionInvalid, refusal.Code);
        Assert.Contains(fault, refusal.Message);
        Assert.StartsWith("The schema at #/properties/v", refusal.Message);
    }

    [Theory]
    [InlineData("""{"type":"array"}""", "The schema is of an object")]
    [InlineData("true", "The schema is of an object")]
    [InlineData("""{"type":"object","type":"object"}""", "is no JSON that can be read")]
    [InlineData("""{"type":"object","title":"\ud800"}""", "has a broken character")]
    [InlineData("""{"type":"object","$schema":"http://json-schema.org/draft-07/schema#"}""", "'$schema' stands in the root only and is https://json-schema.org/draft/2020-12/schema")]
    [InlineData("""{"type":"object","allOf":[{"$ref":"#"}]}""", "refers to itself")]
    public void Of_ARootWithAFault_NamesIt(string schema, string fault) => Assert.Contains(fault, CompiledForm.Of(Desks.Form(schema)).Refusal!.Message);

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "is no JSON that can be read")]
    [InlineData("""{"a":"\udc00"}""", "has a broken character")]
    [InlineData("""{"\ud83d":1}""", "has a broken character")]
    [InlineData("""{"a":9007199254740992}""", "has a number")]
    [InlineData("""{"a":1e400}""", "has a number")]
    [InlineData("""{"a":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}""", "is no JSON that can be read")]
    [InlineData("[]", "is not of type object")]
    [InlineData("", "is no JSON that can be read")]
    public void Validate_WhatNobodyReadsAlike_IsRefused(string fields, string fault)
    {
        var refusal = CompiledForm.Of(Desks.Form("""{"type":"object"}""")).Value!.Validate(new(fields), complete: true)!;
        Assert.Equal(ErrorCode.FieldsInvalid, refusal.Code);
        Assert.Contains(fault, refusal.Message);
    }

    [Fact]
    public void Validate_Fields_NamesTheFieldAndItsPlace()
    {
        var form = CompiledForm.Of(Desks.Form(
            """{"type":"object","properties":{"n":{"minimum":1},"list":{"items":{"properties":{"x":{"type":"string"}},"required":["x"]}}},"required":["n"]}""")).Value!;
        Assert.Equal("'n' is missing.", form.Validate(new("{}"), complete: true)!.Message);
        Assert.Null(form.Validate(new("{}"), complete: false));
        Assert.Equal("'n' is less than 1.", form.Validate(new("""{"n":0}"""), complete: false)!.Message);
        Assert.Equal("'list[1].x' is not of type string.", form.Validate(new("""{"n":1,"list":[{"x":"a"},{"x":2}]}"""), complete: false)!.Message);
        // Only what the form itself requires may wait; a part that is there is whole.
        Assert.Equal("'list[0].x' is missing.", form.Validate(new("""{"list":[{}]}"""), complete: false)!.Message);
        Assert.Contains("more than 32768 bytes", form.Validate(new($$"""{"z":"{{new string('x', TicketLimits.FieldsBytes)}}"}"""), complete: false)!.Message);
    }

    [Fact]
    public void Validate_ASchemaThatGrowsWithoutBound_IsCut()
    {
        // Each level asks both alternatives of the next: 2 to the power of the depth, on every level of the value.
        var schema = """
            {"type":"object","properties":{"t":{"$ref":"#/$defs/n"}},"$defs":{"n":{"anyOf":[
              {"allOf":[{"properties":{"t":{"$ref":"#/$defs/n"}}},{"properties":{"t":{"$ref":"#/$defs/n"}}},{"required":["end"]}]},
              {"allOf":[{"properties":{"t":{"$ref":"#/$defs/n"}}},{"properties":{"t":{"$ref":"#/$defs/n"}}},{"required":["end"]}]}]}}}
            """;
        var fields = string.Concat(Enumerable.Repeat("""{"t":""", 15)) + "1" + new string('}', 15);
        var form = CompiledForm.Of(Desks.Form(schema)).Value!;
        var wrong = form.Validate(new(fields), complete: true)!;
        Assert.Equal(ErrorCode.FieldsInvalid, wrong.Code);
    }
}
