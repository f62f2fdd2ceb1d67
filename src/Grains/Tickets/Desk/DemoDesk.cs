using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Routing;

namespace Grainline.Tickets.Desk;

/// <summary>The desk of the demonstration tenant: two departments, a form for returns that visitors may fill, and what agents write every day.</summary>
internal static class DemoDesk
{
    private const string Care = "customer-care";
    private const string Returns = "returns";
    private const string Return = "return";
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const int Day = 24 * Hour;

    private const string Schema = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Return",
          "type": "object",
          "properties": {
            "orderNumber": { "type": "string", "pattern": "^[A-Z]{2}[0-9]{6}$", "examples": ["GL204117"] },
            "reason": { "enum": ["damaged", "wrong-item", "late", "changed-mind", "other"] },
            "details": { "type": "string", "minLength": 1, "maxLength": 1000 },
            "photos": { "type": "array", "items": { "type": "string", "format": "uri" }, "maxItems": 5, "uniqueItems": true },
            "amount": { "type": "number", "minimum": 0, "maximum": 100000, "multipleOf": 0.01 },
            "inspected": { "type": "boolean" }
          },
          "required": ["orderNumber", "reason"],
          "additionalProperties": false,
          "if": { "properties": { "reason": { "const": "other" } }, "required": ["reason"] },
          "then": { "required": ["details"] }
        }
        """;

    private const string Hints = """
        {
          "order": ["orderNumber", "reason", "details", "photos", "amount", "inspected"],
          "sections": [
            { "id": "order", "labels": { "en": "Your order", "zh-CN": "订单信息" } },
            { "id": "refund", "labels": { "en": "Refund", "zh-CN": "退款" } }
          ],
          "fields": {
            "orderNumber": {
              "labels": { "en": "Order number", "zh-CN": "订单号" }, "widget": "text", "section": "order", "requesterSees": true,
              "placeholder": { "en": "GL204117", "zh-CN": "GL204117" }, "help": { "en": "Two letters and six digits, on the invoice.", "zh-CN": "发票上的两位字母加六位数字。" }
            },
            "reason": {
              "labels": { "en": "Reason", "zh-CN": "退货原因" }, "widget": "select", "section": "order", "requesterSees": true,
              "options": {
                "damaged": { "en": "It arrived damaged", "zh-CN": "商品破损" }, "wrong-item": { "en": "It is the wrong item", "zh-CN": "发错商品" }, "late": { "en": "It came too late", "zh-CN": "到货太晚" },
                "changed-mind": { "en": "I changed my mind", "zh-CN": "不想要了" }, "other": { "en": "Something else", "zh-CN": "其他" }
              }
            },
            "details": { "labels": { "en": "What happened", "zh-CN": "详细说明" }, "widget": "textarea", "section": "order", "requesterSees": true },
            "photos": {
              "labels": { "en": "Links to photos", "zh-CN": "照片链接" }, "widget": "list", "section": "order", "requesterSees": true, "help": { "en": "At most five.", "zh-CN": "最多五张。" }
            },
            "amount": { "labels": { "en": "Amount to refund", "zh-CN": "退款金额" }, "widget": "money", "section": "refund", "requesterSees": true },
            "inspected": { "labels": { "en": "Goods inspected", "zh-CN": "已验货" }, "widget": "checkbox", "section": "refund" }
          }
        }
        """;

    /// <summary>Null when all is set up; done again it changes nothing but what is missing.</summary>
    public static async Task<Refusal?> SetUp(IDeskGrain desk)
    {
        var view = (await desk.View()).Value!;
        var by = Actor.System;
        foreach (var (id, policy) in Policies.Where(p => view.SlaPolicies.All(known => known.Id != p.Id)))
        {
            if ((await desk.PublishSlaPolicy(by, id, policy, null)).Refusal is { } refusal)
                return refusal;
        }

        var form = new FormSpec("Return", new(Schema), new(Hints), Public: true, []);
        if (view.Forms.All(known => known.Id != Return) && (await desk.PublishForm(by, Return, form, null, check: false)).Refusal is { } unfit)
            return unfit;
        foreach (var team in Teams)
        {
            if ((await desk.SaveTeam(by, team)).Refusal is { } refusal)
                return refusal;
        }

        foreach (var macro in Macros)
        {
            if ((await desk.SaveMacro(by, macro)).Refusal is { } refusal)
                return refusal;
        }

        foreach (var reply in Replies)
        {
            if ((await desk.SaveReply(by, reply)).Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private static ImmutableArray<(string Id, SlaPolicySpec Spec)> Policies =>
    [
        (Care, new("Customer care",
        [
            new(SlaMetric.FirstResponse, null, Hour), new(SlaMetric.FirstResponse, Priority.Urgent, 15 * Minute),
            new(SlaMetric.NextResponse, null, 4 * Hour), new(SlaMetric.NextResponse, Priority.Urgent, Hour),
            new(SlaMetric.Resolution, null, 2 * Day), new(SlaMetric.Resolution, Priority.Urgent, 8 * Hour),
        ])),
        (Returns, new("Returns", [new(SlaMetric.FirstResponse, null, 4 * Hour), new(SlaMetric.NextResponse, null, 8 * Hour), new(SlaMetric.Resolution, null, 5 * Day)], WarnAtPercent: 75)),
    ];

    private static ImmutableArray<Team> Teams =>
    [
        new(Care, "Customer care", ["amy", "li", "sam"], DefaultDesk.Id, [DefaultDesk.Id, Return], Care, null),
        new(Returns, "Returns", ["li", "sam"], DefaultDesk.Id, [Return, DefaultDesk.Id], Returns, null),
    ];

    private static ImmutableArray<Macro> Macros =>
    [
        new("take", "Take it", [], [new AssignTicket("me")]),
        new("ask-photo", "Ask for a photo", [Returns], [new AddComment("Could you send us a photo of the item and its packaging?", true), new TriggerState("pend")]),
        new("refund", "Approve the refund", [Returns],
            [new AddTags(["refund-approved"]), new AddComment("Your refund is approved. It arrives within five working days.", true), new TriggerState("solve")]),
    ];

    private static ImmutableArray<SavedReply> Replies =>
    [
        new("hello-en", "hello", "Greeting", "Hello {{requester.name}}, this is {{agent.name}}. How can I help?", "en", []),
        new("hello-zh", "hello", "问候", "{{requester.name}}您好，我是{{agent.name}}，请问有什么可以帮您？", DeskText.Chinese, []),
        new("refund-time-en", "refund", "How long a refund takes", "A refund reaches your account within five working days. Your number is #{{ticket.number}}.", "en", []),
        new("refund-time-zh", "refund", "退款时效", "退款将在五个工作日内到账，您的工单号是 #{{ticket.number}}。", DeskText.Chinese, []),
    ];
}
